export { InvalidMoment, parseMoment } from './parse-moment.ts';
export { PastFloor, type PastSource, type Walk } from './past-floor.ts';
export { PastFloors, TooManyMoments } from './past-floors.ts';
export { PastPlayer } from './past-player.ts';
export { readPastDay } from './read-past-day.ts';
export { readPastQueue } from './read-past-queue.ts';
