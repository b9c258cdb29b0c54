/**
 * Loaded into a child (`node --import`) that has a channel to us: the channel closes when we are killed, and the child then
 * ends rather than go on unwatched. Its own children load this too, and are left alone: they hear from their own parent.
 */
if (process.env.PANEL1_PARENT === String(process.ppid)) {
  process.once("disconnect", () => process.exit(1));
  process.channel?.unref();
}
