/** What is foreseen: the next hour, by five minutes. */
export const STEP_SECONDS = 300;
export const STEPS = 12;
export const HORIZON_SECONDS = STEP_SECONDS * STEPS;
/** The floor shows the service level of the contacts that entered in the last half hour: six steps. */
export const WINDOW_STEPS = 6;
