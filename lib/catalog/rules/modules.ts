/** Ids of what can deliver a product by itself. What each wants to be told is its own affair: settings are pairs of texts. */
export const knownModules = ["manual", "sandbox"] as const;
