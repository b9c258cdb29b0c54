import Link from "next/link";
import { cn } from "@/lib/ui/cn";

export interface Brand {
  /** The tenant's name, shown where it has no logo. */
  name: string;
  /** Same-origin address of a logo; it stands alone, at 28 px height. */
  logoSrc?: string;
  /** Another one for the dark theme. */
  darkLogoSrc?: string;
  /** The square sign, in place of the first letter. */
  iconSrc?: string;
}

interface BrandMarkProps {
  brand: Brand;
  href: string;
  /** Only the square mark, as in the collapsed sidebar. */
  compact?: boolean;
  className?: string;
}

/** The tenant's sign, which leads home. */
export function BrandMark({ brand, href, compact = false, className }: BrandMarkProps) {
  return (
    <Link
      href={href}
      data-slot="brand-mark"
      aria-label={brand.name}
      className={cn("inline-flex min-w-0 items-center gap-2.5 rounded-control font-semibold", className)}
    >
      {brand.logoSrc && !compact ? <Logo brand={brand} /> : <Sign brand={brand} />}
      {!brand.logoSrc && !compact && <span className="truncate">{brand.name}</span>}
    </Link>
  );
}

function Sign({ brand: { name, iconSrc } }: { brand: Brand }) {
  if (iconSrc !== undefined)
    return <LogoImage src={iconSrc} className="aspect-square rounded-control object-contain" />;
  return (
    <span
      aria-hidden="true"
      className="grid size-7 shrink-0 place-items-center rounded-control bg-accent font-semibold text-accent-contrast text-sm"
    >
      {[...name.trim()][0]?.toLocaleUpperCase()}
    </span>
  );
}

function Logo({ brand }: { brand: Brand }) {
  return (
    <>
      <LogoImage
        src={brand.logoSrc}
        className={cn("max-w-44 object-contain", brand.darkLogoSrc && "dark:hidden")}
      />
      {brand.darkLogoSrc && (
        <LogoImage src={brand.darkLogoSrc} className="hidden max-w-44 object-contain dark:block" />
      )}
    </>
  );
}

function LogoImage({ src, className }: { src?: string; className: string }) {
  // biome-ignore lint/performance/noImgElement: a tenant's small file of unknown proportions, often SVG.
  return <img src={src} alt="" className={cn("h-7 w-auto", className)} />;
}
