export type Right = {
  readonly name: string;
  readonly label: string;
  readonly isRead: boolean;
  /** Asks for a fresh sign-in. */
  readonly isSensitive: boolean;
  /** Whether the person who looks holds it, and so may give it. */
  readonly isHeld: boolean;
};

export type RightGroup = {
  readonly domain: string;
  readonly label: string;
  readonly rights: readonly Right[];
};
