export type { DayUpdateInput } from './day-update-input.ts';
export { provenWidth } from './proven-width.ts';
export { updateDay, type DayUpdate, type Estimate } from './update-day.ts';
