/**
 * English words that carry a bad mood, by strength on the scale of human ratings (0…−4, written without the sign);
 * rated by hand for this project. `word*` stands for every word that begins so; plain entries are also found under
 * their usual endings (-s, -ed, -ing, -ly, -er, -est, -ness).
 */
export const ENGLISH_NEGATIVE: Record<string, string> = {
	'3.5': `rape raped rapist rapes raping murder murdered murderer murders murdering slaughter* genocide terrorist terrorists
		terrorism kill killed killing kills killer massacre* torture* suicide suicidal homicide pedophile paedophile nazi
		cunt cunts motherfucker* mothafucka* nigger* hitler holocaust molest* behead* isis evil`,
	'3.0': `hate hated hates hating hateful hatred hater haters horrible horribly horrific horrified horrifying horrid horror
		terrible terribly awful awfully atrocious disgusting disgusted disgust disgusts disgusting despicable detest* despise* loathe* loathing
		abhor* abuse* abusive abuser die died dies dying dead death deaths deadly fatal fatally fatality worst bastard bastards bitch bitches
		fuck fucked fucker fuckers fuckin fucking fucks fuk fck fking fkn effing wtf stfu asshole* arsehole* dickhead* douche* prick scum scumbag*
		cancer tragic tragedy tragedies traumat* trauma devastat* despair* misery miserable miserably agony agoniz* agonis* anguish evil
		racist racists racism violent violence violently vile villain war wars weep weeping betray* betrayal catastrophe catastroph* crime criminal
		criminals cruel cruelty damned disaster disastrous disasters deprav* hell heartbroken heartbreaking heartbreak hellish inhumane
		kidnap* starv* suffer* sickening slave slavery shooting assassin* bomb bombs bombing bombed nightmare* outrage outraged outrageous
		pathetic* repuls* revolting scam scammed scammer scammers scams scamming fraud frauds fraudulent thief thieves steal stealing stole stolen swindl*
		shit shitty shite shithead shits bullshit bs crap crappy crappiest unacceptable`,
	'2.6': `angry anger angrier angriest angrily furious furiously fury rage raging enrag* mad infuriat* livid pissed pissing
		sad sadder saddest sadness sadly saddened saddening depress* cry cries crying cried tears grief griev* sorrow* mourn* hurt hurts hurting hurtful pain pains painful
		painfully awfull idiot idiots idiotic idiocy moron morons moronic stupid stupidest stupidity stupidly dumbass dumb dumber dumbest
		retard* imbecile jackass jerk jerks loser losers liar liars lie lied lies lying lame suck sucks sucked sucky sucking sux useless
		worthless hopeless* helpless* ugly ugliest ugliness fail failed failing fails failure failures ruin ruined ruining ruins ridiculous
		ridiculously rude rudely rudeness disrespect* insult* offend* offensive disgrace* shame* shameful ashamed embarrass* humiliat* incompetent incompetence
		attack attacked attacks attacking assault* threat threats threaten* terrify* terrified terror scared scary scare scares scaring afraid fear fears
		feared fearful frighten* panic* dread dreadful* dreading anxiety anxious destroy* destruct* disappoint* frustrat* neglect* negligen* reject* resent* hostile
		ill sick sicker illness disease* sickness unhappy unhappi* upset upsetting upsets toxic poison* victim victims virus corrupt* crisis
		crises lousy lonely loneliness bully bullied bullying bullies appalled appalling creep creeps creepy creepy deceiv* deceit* dishonest* disloyal distress*
		douchebag excruciating exploit* foul garbage rubbish trash* gross grr* argh* ugh* grim guilty harass* harsh harm* harmful hypocri*
		inferior injust* insane insanity insecure jealous* envy envious hangover arrested arrest prison jailed jail lost lose loses losing loss losses lunatic malicious
		menace* nasty nausea* nauseous obnoxious oppress* overcharged overcharge overcharging pessimis* psycho* punish* regret* ripoff rotten sabotage savage
		screwed screw screwing selfish sinister slut sluts whore whores smh stink* stinks stench stress stressed stressful stressing stresses
		struggl* substandard threatening tortur* traitor* troll tyran* unbearable unfair unfairly unjust unprofessional untrustworthy
		vicious vomit* wreck* wrong* yuck* yucky wretched worse worsen* woe* damn damnit dammit goddamn fml ffs bloody abysmal shambles diabolical
		ripping defraud* cheated cheat cheater cheating lawsuit sue suing worstservice clueless`,
	'2.1': `bad baddest badly annoy* irritat* aggravat* agitat* ache aches aching headache* migraine* alone argue* arguing argument* arrogan* attackers awkward*
		ban banned banning bankrupt* bias* biased bitter* blam* bleed* bleeding blind bore bored boring boredom bother* bothering broken breakup
		burden* burn burned burnt careless carelessly chaos chaotic clumsy collapse* complain* complaint* condemn* conflict* confus* contempt
		contaminat* controvers* coward* crash crashed crashes crashing crazy critici* critical crush crushed curse* cursed cursing cynic* damage* danger dangerous dangerously dark
		darkness deaf debt debts deceased decay* declin* defeat* defect* defective degrad* delay* delayed demoted denied deny denies deprived desperate* desperation
		destitut* deteriorat* detriment* difficult* dirt dirty disabl* disadvantage* disagree* disapprov* discard* discourag* discriminat*
		disgruntled dishearten* dislike* dismal dismay* disregard* disrupt* dissatisf* distract* distrust* disturb* doom* doubt* drain draining drained drama dreary
		dull dump dumped eerie emptiness enemy enemies error errors evict* exhaust* exhausted expensive overpriced faulty fat fake feud fight fights fighting fired flaw* fool foolish* fools
		freak* fright gloom* greed* grief gripe grumpy grouchy guilt hack* haunt* hardship hassle* hesitan* homesick hungover ignor* ignored ignoring ignorance ignorant
		illegal* immoral impolite impossible inaccurate inadequate inappropriate inconsiderate inconsisten* inconvenien* ineffective inefficien* infect* inferior* inflict* injur* insensitive
		insufficien* intimidat* intoleran* invalid irrational irrespons* isolat* jeopard* kick kicked lack lacking lacks lament* lazy limp litter lonesome
		longwait lost mess messed messy messing miser* mislead* misled misinform* miss missing mistake* mistaken mistreat* mistrust* moody
		moan* mock* mundane nag* naive negative negativ* nervous* noisy nuisance numb obscene obsess* obstacle* odd offence offense ouch ow outage outages overdue overload*
		overlook* overwhelm* paranoi* penalt* perplex* pest* petty pity pitiful pointless poor poorer poorest poorly poverty problem problems problematic
		protest* provok* puke* punch* quarrel* rant* refus* refused regrett* relentless repress* resign* restrict* revenge* riot* rip risk* risky rob robbed robbery
		robbing rotten ruthless scandal* scold* scorn* scream* screaming selfish* severe shaky shock* shocking shortage* silly sin sins sinful skeptic* slam* slap*
		slow slower slowest slowly smash* smelly snob* sob sobbing sore sorry spam* spiteful spite stab* stale stink strain* strand* stranded strangle* strict struggle stuck
		stumbl* subpar suspicious suspect* tire* tired tiring tiresome trap trapped trick* trouble* troubling ugh unable unaccept* unaware unclear uncertain* uncomfortable
		undermin* unemploy* unethical unfortunate* unfriendly unhealthy unhelpful uninterest* unloved unpaid unpleas* unreason* unreliab* unresolved unrespons* unsafe
		unsatis* unstable unsuccess* unusable unwanted unwelcome unwell upset* urgent vague violat* vulnerab* warn warning warnings waste* wasting weak weakness
		weary weird* whine* whining wimp withdraw* worn worry* worried worries worrying wound* yell* yelling horrend* atroci* inexcusabl* inexplicabl* disconnect* glitch* buggy
		mishandl* mismanag* misplaced overbilled nonexistent scandalous deplorable terribl* idiot* excuses runaround laggy`,
	'1.5': `accident* accus* against annoyed arrest avoid* bail barrier* beat beaten beg begging blah bland blow blows blurry boo boycott* bug bugs bust busted cancel canceled
		cancelled cancelling cancels cancellation casualt* caution* censor* cold cheap cheesy clash* cocky concern concerned concerns confront* conspir* cough* cramp* crap
		cut cuts deadlock deficit demand demanding depart difficult dilemma dim disappear* disput* distant divorc* downfall downside drop drunk dry dump* embargo empty
		escape exclud* expire* exploit fall falls falling fallen fault faults fee fees feeble flop* flu forget forgot forgotten forced
		freezing fright* fuss goodbye gossip* grave gun guns hard harder hesitat* hide hiding hospital* hunger hungry idle
		impatien* impeach* interrupt* intrude* invasion irony irrelevant issue issues itch* junk lag leak* leave leaves leaving leav limit* low
		meh midterm* mindless mischief* misunderst* monster* murky nah numbed oppose* opposition outcry pressure*
		prohibit* protest questionable quit quits quitting reckless recession reluctan* restless rough scar scars sarcas* shut shutdown sigh sighs skip sleepless sleepy slip
		sloppy sneez* sour stop stopped stops stopping storm strange strike suspend* swear swearing tear tears tense tension terminate* thirsty tough
		traffic unanswered unimpress* unlucky unknown uneasy unneeded unnecessary vain waited waiting wicked
		withdraw wont wrath unfollow* unsubscribe* homework rain rainy asleep ex expelled flat hoax murderers shy tax taxes broke yikes oops alas dang darn shoot
		bum bummed bummer bummin cutoff downtime frozen`,
	'0.8': `ass absurd alarm alarming bizarre block blocked blocks bout cannot chore collection cost costs cope deadline* declin debate deny denying
		distort* divide emergency enough exam exams exclud fever grind hide homeless ironic ironically late less long longer
		lower nerd old poo politics propaganda queue rant repeat repeatedly rid row rumor* rumour* serious seriously short sweat* swamp* tight
		 unless vs whatever why still again yet `
};
