import { Missing } from "@/components/admin/missing";

export default function AdminNotFound() {
  return <Missing homeHref="/admin" />;
}
