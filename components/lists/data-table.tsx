import type { ReactNode } from "react";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "@/components/ui/table";
import { cn } from "@/lib/ui/cn";
import { type Column, shownColumns } from "./columns";
import { type ListParameters, listHref, sortStep } from "./list-url";

interface DataTableProps<Row> {
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  /** Address of the list, and what it holds: `columns`, filters, the page. */
  path: string;
  current: ListParameters;
  /** The order in force. */
  sort?: string;
  /** A box or a mark in front of each row. */
  lead?: { label: string; cell: (row: Row) => ReactNode };
}

/** A list's rows in the columns that its address asks for. Put it straight into a <Card>. */
export function DataTable<Row extends { id: string }>({
  label,
  rows,
  columns,
  path,
  current,
  sort = "",
  lead,
}: DataTableProps<Row>) {
  const shown = shownColumns(columns, current.columns);
  // Whoever chose columns wants them on a phone too, where the table then scrolls sideways.
  const phoneStyle = (column: Column<Row>) =>
    current.columns === undefined && !column.isFixed && !column.isForPhones && "max-sm:hidden";
  const order = ({ sort: field }: Column<Row>) => {
    if (field === undefined) return {};
    const { next, sorted } = sortStep(sort, field);
    return { sortHref: listHref(path, current, { sort: next }), ...(sorted && { sorted }) };
  };

  return (
    <Table label={label}>
      <TableHead>
        <TableRow>
          {lead && (
            <TableHeaderCell>
              <span className="sr-only">{lead.label}</span>
            </TableHeaderCell>
          )}
          {shown.map((column) => (
            <TableHeaderCell
              key={column.key}
              numeric={column.numeric}
              className={cn(phoneStyle(column))}
              {...order(column)}
            >
              {column.label}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            {lead && <TableCell className="w-8">{lead.cell(row)}</TableCell>}
            {shown.map((column) => (
              <TableCell
                key={column.key}
                numeric={column.numeric}
                grow={column.grow}
                className={cn(column.className, phoneStyle(column))}
              >
                {column.cell(row)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
