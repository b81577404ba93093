/** The largest history file that the browser sends and the server takes: about a million rows. */
export const HISTORY_FILE_MAX_BYTES = 32_000_000;
