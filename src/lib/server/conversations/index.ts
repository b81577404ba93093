export { scoreText } from './score-text.ts';
