import type { CueKind } from './cue.ts';

/** Patterns by kind and strength, separated by `;` (see `parsePattern`). Written for this project. */
export const ENGLISH_CUES: Record<CueKind, Record<string, string>> = {
	anger: {
		'0.95': `furious; livid; outraged; enraged; fuming; seething; fucking|fuckin|fkn ~2; bullshit; screw you; fuck you|this|off; piece of shit; are you kidding|joking me?;
			sick and tired; absolutely disgusted; this is an? outrage; makes? my blood boil; pissed off; wtf`,
		'0.8': `angry; mad at; disgusted; disgusting|disgraceful; disgrace; outrageous; appalling|appalled; unacceptable; ridiculous; joke of a; what|such|are|is|youre a joke; fed up;
			had enough of; ive had enough; !enough is enough; had it with; scam; scammers; rip|ripped off; liars; you lied; you|youre|app|service|bot|company|support|staff|team|agents|people|website ~2 useless; useless service|company|app|support|people|bot|lot; incompetent; pathetic; shameful; shame on you;
			how dare you; infuriating; insulting; an insult; taking the piss|mick; crooks; thieves; robbing me; worst ~1 service|company|support|experience|ever`,
		'0.6': `annoyed; annoying; irritated; frustrated; frustrating; terrible|awful|horrible service|experience|support; losing|lost my patience; losing it; run out of patience;
			!cant believe this; waste of ~1 time; wasting my time; nobody cares|helps|listens; !you dont care; !dont even care`
	},
	worry: {
		'0.85': `scared; terrified; panicking|panicked; panic; desperate; desperately; afraid; frightened; worried sick; freaking out; anxious; !cant sleep; emergency`,
		'0.7': `worried; worrying; worries me; concerned; concerning; nervous; stressed; stressing; stressful; distressed; very|so upset; anxiety;
			!dont know what to do; !what am i supposed to do; please|pls help me; urgent; urgently; asap; as soon as possible; hacked; stolen; someone|somebody ~2 used my; fraud; fraudulent`,
		'0.55': `is|was it|this|that safe; is ~2 going to be ok|okay|alright; what if ~6; i hope ~4 not lost; am i going to lose; lose everything; i need it|this by|before|today|tonight|tomorrow`
	},
	'legal-threat': {
		'0.95': `sue you|u|your|them|the; suing you|u|your; see you in court; lawsuit; take|taking ~4 to court; take|taking legal action; legal action; press charges;
			my|our lawyer|lawyers|attorney|solicitor|solicitors will|is|are|has|have|advised|says|says; hear|hearing from my|our lawyer|lawyers|attorney|solicitor|solicitors|legal`,
		'0.85': `contact|call|speak|talk|see|get|hire|hiring|consult|involve|involving|contacting|speaking|talking to? with? my|a|our lawyer|lawyers|attorney|solicitor|solicitors;
			small claims; report|reporting you|this|u|it to? the? police|ombudsman|regulator|ftc|fcc|ofgem|ofcom|fca|bbb|authorities;
			trading standards; ombudsman; consumer protection; file|filing|filed|lodge|lodging|make|making|raise an? ~1 complaint with|to the; go|going to the police|ombudsman|regulator|press|papers|courts|court;
			formal legal; breach of contract|gdpr; class action; better business bureau; data protection authority`,
		'0.6': `formal complaint; official complaint; thats|its illegal; is illegal; against the law; my legal rights; know my rights; consumer rights; legally`
	},
	'churn-threat': {
		'0.95': `cancel|cancelling|canceling|close|closing|terminate|terminating ~1 my|our|the ~1 account|contract|subscription|service|plan|membership|policy|everything; cancel everything;
			switch|switching|move|moving|changing|change to? ~2 another|competitor|different|other company|provider|supplier|operator|bank; take|taking my business elsewhere; go|going elsewhere;
			leaving you|u|your; leave you; switch|switching|change|changing|moving|move provider|providers|supplier|suppliers|bank|banks|companies|company; never ~2 use|buy|using|buying ~4 again; lost a customer;
			losing|lose|lost a|me|my customer|custom|as; last time i ~2 buy|use|order|shop; done with you; done with this|your company|lot|provider|all; you ~1 lost me; youve lost me`,
		'0.75': `unsubscribe; im out; i am out; im leaving; i am leaving you|this|for; want|like|wish to cancel; cancel it; cancelling|canceling; ill cancel; i will cancel; go|going to|with a? ~1 competitor|competitors;
			end|ending my|the contract|subscription; how do|can i cancel|leave|close; !dont want to be ~2 customer; !not renewing; !wont be renewing; !wont renew; !not going to renew; port|porting my number;
			never again; close my account; delete my account`,
		'0.5': `thinking of|about leaving|cancelling|canceling|switching|changing; consider|considering leaving|cancelling|canceling|switching|changing; cheaper elsewhere|with; better offer|deal from|with|at|elsewhere; other providers|companies`
	},
	vulnerability: {
		'0.95': `im disabled; i|who|he|hes|she|shes|son|daughter|mother|father|husband|wife|brother|sister|child ~1 disabled; disabled person|child|customer|man|woman; disability; wheelchair; oxygen machine; breathing machine; ventilator; dialysis; cancer; chemo*; chemotherapy; suicidal; suicide; kill|harm|hurt myself; end my life; terminally ill; life support; domestic abuse|violence;
			!dont want to live; !cant go on; medical equipment; pacemaker; bereaved; bereavement; my|our ~1 wife|husband|mother|father|mum|mom|dad|son|daughter|partner ~2 died|dying; passed away; for|at|after|pay|my|his|her ~1 funeral; dementia; alzheimer*; epilep*; homeless; eviction|evicted`,
		'0.8': `pregnant; newborn; new born; have|got|with a baby; my|our|the baby is|has|needs|cant; elderly; im|is|are|am|going blind|deaf; blind|deaf person|man|woman|customer; im|i am sick|ill; very ill; in|from ~2 hospital; hospitalised|hospitalized; surgery; depressed; depression; mental health; panic attack|attacks;
			!cant afford; !cannot afford; !no money; !dont have ~2 money; lost my|his|her job; laid off; unemployed; redundant; food or; choose between; struggling to pay|make|feed; debt|debts; bankrupt; benefits only; on benefits; universal credit; pensioner; widow; widowed; single mother|mum|mom|parent;
			insulin; medication; medicine|medicines fridge|for; carer; my carer; lives? alone; living alone; im|i am|hes|shes 7*|8*|9* years? old?; autistic|autism; !no heating; freezing; ${''}!dont understand ~2 technology`,
		'0.6': `low income; tight on money; small children; young children; kids ~2 cold|hungry; !no ~1 food; !dont speak ~1 english; struggling; hard of hearing; old|elderly mother|father|parents|lady`
	},
	'repeated-contact': {
		'0.9': `second|third|fourth|fifth|sixth|seventh|tenth|2nd|3rd|4th|5th|6th|nth|10th|umpteenth|hundredth time|call|email|message|chat|attempt; called|phoned|rang|written|wrote|emailed|contacted|messaged|asked|complained|told|explained|tried ~4 times|twice;
			called|phoned|written|emailed|contacted|messaged|calling|asking|explaining|writing ~3 again; times ~1 ive|i ~1 called|phoned|written|emailed|contacted|explained|asked|told; already called|phoned|written|wrote|emailed|contacted|told|explained|spoke|spoken|complained|reported|asked|said|gave|given|sent;
			every time i call|ask|write|phone; keep|kept calling|asking|writing|explaining|repeating|phoning|contacting|chasing; keep|kept having to ~1; spoke|spoken to|with ~1 3|4|5|6|three|four|five|six|several|different people|agents|person; passed from|around ~4; passed around; from one department|agent|person to another;
			repeat|repeating|explain|explaining myself|it|everything|this|the|my again|story; again and again; over and over; how many ~1 times do|have|must|should|did|will i|we`,
		'0.7': `again today; same problem|issue|thing|error again|as; it happened again; happening again; still ~1 not ~2; still waiting; still havent|hasnt|isnt|doesnt|didnt|no|the|nothing; for weeks|months; since last week|month; following up|follow up; chasing; still broken|down|wrong; as i said|told; like i said;
			!nobody called|calls|rang ~1 back; !never called|got ~1 back; !no one called|has|got ~2 back; any update|news on; weeks ago; called ~1 yesterday|last|on|before; i|ive ~1 called|phoned|rang|wrote|emailed ~1 before|yesterday|last`
	},
	'asks-for-person': {
		'0.95': `speak|talk|chat|connect|connected|transfer|transferred|put|pass|get|switch|speaking|talking ~1 me? through? to|with|onto ~2 human|person|agent|someone|somebody|representative|rep|operator|advisor|adviser|manager|supervisor|people|humans|staff|anyone|boss;
			human|live|real agent|person|please|operator|human|being|support|help|now; agent|representative|operator|human|person please|pls|now; want|need|prefer|get|give ~2 human|person|agent|operator|representative|supervisor|manager; is|are there ~2 human|person|someone|people|anyone real|there|here|alive;
			your|a|the manager|supervisor please|now; !cant|cannot i ~1 speak|talk ~2; somebody|someone|anyone real; real human|person; actual human|person|people; !not a bot|robot|machine; !dont want ~4 bot|robot|machine|chatbot|computer; stop ~2 bot|robot|chatbot;
			^agent|human|representative|operator|advisor|adviser|person|supervisor|manager please|pls? $; escalate this|it|my|to ~2`,
		'0.75': `call me ~1 back?; someone|somebody ~1 call me; have someone ~1 call; phone me; ring me; this|the|your bot|robot|chatbot|machine ~2 useless|stupid|not|doesnt|isnt|cant; sick|tired of ~2 bot|robot|chatbot|machine|machines; are you ~2 bot|robot|human|machine|person|real; phone number ~2 call; where|who can i ~1 call|phone|speak; customer service number`
	}
};
