/** 0 angry, 1 upset, 2 neutral, 3 content, 4 glad: the lists of `ByMood`. */
export function moodBand(mood: number): 0 | 1 | 2 | 3 | 4 {
	if (mood < -0.6) return 0;
	if (mood < -0.2) return 1;
	if (mood < 0.25) return 2;
	return mood < 0.65 ? 3 : 4;
}
