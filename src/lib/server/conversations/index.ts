export const scoreText = (_text: string): number | null => null;
