export { parseBotQuery } from './parse-bot-query.ts';
export { readBots } from './read-bots.ts';
