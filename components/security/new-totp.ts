/** What a new authenticator is told. */
export type NewTotp = { secret: string; uri: string; qr: { size: number; path: string } };
