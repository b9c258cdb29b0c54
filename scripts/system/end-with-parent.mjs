/**
 * Loaded into a child (`node --import`) that has a channel to us: the channel closes when we are killed, and the child then
 * ends rather than go on unwatched. Children of its own that are made by `fork` inherit the rule.
 */
process.once("disconnect", () => process.exit(1));
process.channel?.unref();
