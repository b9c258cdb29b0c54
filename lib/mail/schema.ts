export const transportIds = ["local", "smtp", "resend"] as const;
export type TransportId = (typeof transportIds)[number];
