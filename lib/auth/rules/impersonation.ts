/** How long staff may act as a client's user without beginning anew, in minutes. What is usual is a setting. */
export const impersonationMinutes = { least: 5, most: 60 } as const;

export const impersonationChoices = [15, 30, 60] as const;
