import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { Tone } from "@/lib/ui/tone";

/** The sign that repeats a tone without colour. */
export const toneIcons: Readonly<Record<Tone, LucideIcon>> = {
  neutral: Info,
  info: Info,
  positive: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
};

/** The tone as the colour of words and signs. */
export const toneInks: Readonly<Record<Tone, string>> = {
  neutral: "text-neutral",
  info: "text-info",
  positive: "text-positive",
  warning: "text-warning",
  danger: "text-danger",
};
