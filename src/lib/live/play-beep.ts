const SECONDS = 0.35;
let audio: AudioContext | null = null;

/** Two short tones, once the reader has touched the page: before that a browser lets nothing sound. */
export function playBeep(): void {
	if (!navigator.userActivation?.hasBeenActive) return;
	audio ??= new AudioContext();
	void audio.resume();
	const start = audio.currentTime;
	const volume = audio.createGain();
	volume.gain.setValueAtTime(0.12, start);
	volume.gain.exponentialRampToValueAtTime(0.001, start + SECONDS);
	volume.connect(audio.destination);
	const tone = audio.createOscillator();
	tone.frequency.setValueAtTime(660, start);
	tone.frequency.setValueAtTime(880, start + SECONDS / 2);
	tone.connect(volume);
	tone.start(start);
	tone.stop(start + SECONDS);
}
