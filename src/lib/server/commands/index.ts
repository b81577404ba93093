export { askForAll } from './ask-for-all.ts';
export { CommandInput } from './command-input.ts';
export { listCommands, type CommandFilter } from './list-commands.ts';
export { LiveCommands } from './live-commands.ts';
export { queuePriority, readStanding, type Standing } from './read-standing.ts';
export { parseCommandFilter } from './parse-command-filter.ts';
