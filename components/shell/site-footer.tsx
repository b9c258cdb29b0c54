import Link from "next/link";
import type { ReactNode } from "react";
import { OutsideLink } from "@/components/ui/outside-link";

export interface FooterLink {
  /** A path of this site, or the address of another. */
  href: string;
  label: string;
}

const linkStyles = "rounded-sm text-muted hover:text-text hover:underline";

interface SiteFooterProps {
  /** Names the links for assistive technology. */
  label: string;
  /** Columns of a storefront; a portal has none. */
  columns?: readonly { title: string; links: readonly FooterLink[] }[];
  /** Imprint, terms, privacy. */
  legal?: readonly FooterLink[];
  /** Who this is: the company's name and year. */
  children?: ReactNode;
  /** Language and theme. */
  actions?: ReactNode;
}

/** Foot of storefront and portal. */
export function SiteFooter({ label, columns = [], legal = [], children, actions }: SiteFooterProps) {
  return (
    <footer data-slot="site-footer" className="border-t bg-background">
      <div className="mx-auto grid max-w-list gap-8 px-4 py-6 text-base sm:px-6">
        <nav aria-label={label} className="grid gap-8">
          {columns.length > 0 && (
            <div className="grid grid-cols-2 gap-8 pt-6 sm:grid-cols-4">
              {columns.map((column) => (
                <div key={column.title}>
                  <p className="mb-2 font-medium">{column.title}</p>
                  <FooterLinks links={column.links} className="grid gap-1.5" />
                </div>
              ))}
            </div>
          )}
          {legal.length > 0 && <FooterLinks links={legal} className="flex flex-wrap gap-x-5 gap-y-1" />}
        </nav>
        <div className="flex flex-wrap items-center justify-between gap-3 text-sm text-subtle">
          <div>{children}</div>
          {actions && <div className="-me-2 flex items-center gap-1">{actions}</div>}
        </div>
      </div>
    </footer>
  );
}

function FooterLinks({ links, className }: { links: readonly FooterLink[]; className: string }) {
  return (
    <ul className={className}>
      {links.map((link) => (
        <li key={link.href}>
          {link.href.startsWith("/") ? (
            <Link href={link.href} className={linkStyles}>
              {link.label}
            </Link>
          ) : (
            <OutsideLink href={link.href} className={linkStyles}>
              {link.label}
            </OutsideLink>
          )}
        </li>
      ))}
    </ul>
  );
}
