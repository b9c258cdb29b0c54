import { restDoor } from "@/lib/doors/rest/door";
import { registry } from "@/lib/registry";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

const door = restDoor(registry);

export const GET = door;
export const HEAD = door;
export const POST = door;
export const PUT = door;
export const PATCH = door;
export const DELETE = door;
export const OPTIONS = door;
