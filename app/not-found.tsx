import { Missing } from "@/components/admin/missing";

export default function NotFoundPage() {
  return (
    <main>
      <Missing homeHref="/" />
    </main>
  );
}
