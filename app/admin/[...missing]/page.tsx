import { notFound } from "next/navigation";
import { guardedPage } from "@/app/guarded-page";
import { listSessions } from "@/lib/auth/operations/list-sessions";

/** Addresses of the admin that lead nowhere keep its frame; visitors are asked to sign in first. */
export default guardedPage(listSessions, async () => notFound());
