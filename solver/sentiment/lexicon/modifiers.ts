/**
 * Words that change the mood of what stands near them, in both languages, without accents. Strengths are added to
 * (or, below 0, taken from) the weight of the next mood word, as a share of it.
 */
export const BOOSTERS: Record<string, string> = {
	'0.45': `extremely incredibly insanely unbelievably absolutely totally completely utterly fucking fuckin freaking frickin friggin hella
		ridiculously outrageously super mega ultra beyond ever exceptionally extraordinarily seriously truly
		extremadamente increiblemente absolutamente totalmente completamente jodidamente sumamente super hiper mega requete tremendamente
		terriblemente enormemente tan tanto tanta tantos tantas demasiado demasiada demasiados demasiadas`,
	'0.3': `very really so too such much deeply highly hugely quite most more especially particularly thoroughly entirely purely
		enormously majorly intensely remarkably unusually awfully damn bloody real many
		muy mucho mucha muchos muchas muchisimo muchisima bastante realmente verdaderamente re bien mas especialmente
		sobremanera menudo menuda vaya que profundamente altamente puto puta`,
	'-0.35': `slightly somewhat little bit kinda sorta rather fairly partly marginally almost barely hardly scarcely occasionally
		less mildly poco pelin algo casi apenas ligeramente medio levemente menos relativamente poquito`
};

/** Turn the mood of what follows. English contractions on n't are recognised by their ending. */
export const NEGATORS: Record<'en' | 'es', string> = {
	en: `not no never none nobody nothing neither nor nowhere without cannot cant dont doesnt didnt isnt wasnt arent werent wont wouldnt couldnt
		shouldnt hasnt havent hadnt aint rarely seldom lacks lacking despite stop stopped zero`,
	es: `no ni nunca jamas nadie ningun ninguno ninguna nada tampoco sin nunca apenas`
};

/** After these, what was said before weighs less and what follows weighs more. */
export const CONTRAST = 'but however although though yet pero sino aunque embargo';

/** End the reach of a negation even where no punctuation stands. */
export const CLAUSE_WORDS = `but because since so and then although though while when which that porque pero aunque
	pues entonces cuando mientras que y sino asi`;

/** Turns that make praise mean its opposite. Phrases are separated by `|`. */
export const IRONY = `yeah right|thanks for nothing|just what i needed|just great|just perfect|just wonderful|how nice of|way to go|what a surprise|big surprise|
	sarcasm|irony|not the first time|slow clap|gracias por nada|muchas gracias por nada|lo que faltaba|lo que me faltaba|lo que nos faltaba|
	genial otra vez|vaya servicio|menudo servicio|vaya mierda|si claro|ya claro|ironia|sarcasmo|notese la ironia|nótese el sarcasmo|que novedad|
	gracias por hacerme perder|gracias por hacerme esperar|thanks for making me|thanks for wasting|thank you for wasting|enhorabuena por hacer|oh great|oh joy|oh perfect|
	oh wonderful|great another|perfect another|wonderful another|genial otra espera|perfecto otra vez|love waiting|love being ignored|encanta esperar|encanta que me|love it when my`;
