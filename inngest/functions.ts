import { housekeeping } from "@/inngest/core/housekeeping";

/** Every function that the app serves to durable work. */
export const functions = [housekeeping];
