export { readMoodsBy, scoreByModel, scoreText } from './score-text.ts';
