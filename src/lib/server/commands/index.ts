export { CommandInput } from './command-input.ts';
export { listCommands, type CommandFilter } from './list-commands.ts';
export { LiveCommands, OWN_SOURCE } from './live-commands.ts';
