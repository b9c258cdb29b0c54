import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { DateTime } from "@/components/ui/date-time";

interface ReceivedListProps {
  mails: readonly { id: string; subject: string; toAddress: string; sentAt: Date }[];
  path: string;
}

/** The mails that somebody was sent, newest first. */
export function ReceivedList({ mails, path }: ReceivedListProps) {
  return (
    <ul className="divide-y">
      {mails.map(({ id, subject, toAddress, sentAt }) => (
        <li key={id} className="relative flex items-center gap-4 px-4 py-3 hover:bg-surface-muted/60">
          <div className="grid min-w-0 flex-1 gap-0.5">
            <Link
              href={`${path}/${id}`}
              className="truncate rounded-sm font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:outline-offset-[-2px]"
            >
              <bdi>{subject}</bdi>
            </Link>
            <span className="flex flex-wrap gap-x-3 text-muted text-sm">
              <bdi className="truncate">{toAddress}</bdi>
              <DateTime value={sentAt} show="date-time" />
            </span>
          </div>
          <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-subtle rtl:-scale-x-100" />
        </li>
      ))}
    </ul>
  );
}
