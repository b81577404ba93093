/** Whether letters have a way out of the house. */
export const isMailSetUp = (): boolean => Boolean(process.env.MAREA_SMTP_URL);
