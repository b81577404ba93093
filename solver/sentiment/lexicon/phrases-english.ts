/**
 * English turns of phrase, many of them from service conversations, that mean more (or less) than their words;
 * strength −4…4, rated by hand for this project. Phrases are separated by `|`, matched on whole words without accents.
 */
export const ENGLISH_PHRASES: Record<string, string> = {
	'3.2': `made my day|over the moon|best ever|best day ever|love it|love you so much|cant thank you enough|went above and beyond|above and beyond|
		exceeded my expectations|you are a star|youre a star|you are the best|youre the best|you saved me|life saver|lifesaver|second to none|blown away|
		so happy|so excited|cant wait|can not wait|couldnt be happier|could not be happier|five stars|5 stars|10 out of 10|ten out of ten|the bomb|the shit|the best`,
	'2.6': `thank you so much|thank you very much|thanks so much|thanks a lot|thanks a million|many thanks|much appreciated|really appreciate|i appreciate|thanks for your help|
		thank you for your help|that was quick|that was fast|that worked|it works now|its working now|it is working now|works perfectly|all sorted|problem solved|
		all good|all set|well done|good job|great job|nice job|great work|good work|nice work|keep up the good|top notch|kick ass|bad ass|badass|hell yeah|fuck yeah|fuck yes|
		look forward to|looking forward to|looking forward|happy birthday|merry christmas|happy new year|good news|great news|good luck|best of luck|worth it|
		worth every|highly recommend|would recommend|will recommend|right on time|no problems|without any problems|no issues|no complaints|cant complain|
		you have been very helpful|youve been very helpful|very helpful|so helpful|so kind|very kind|good to hear|glad to hear|big fan|hits the spot|
		not bad|not too bad|not bad at all|cant stop laughing|can not stop laughing|had a blast|good times|have a great day|have a nice day|have a good day|thumbs up`,
	'1.6': `no problem|no worries|dont worry|do not worry|never fails|good morning|good night|good evening|sounds good|looks good|that helps|that is clear|thats clear|makes sense|
		got it thanks|perfect thanks|ok thanks|okay thanks|great thanks|yes please|feel better|nothing better|as good as|for free|sense of humor|would love|i would love to|
		id love to|fell in love|no doubt|without a doubt|no wonder|crying with laughter|get well|peace of mind|at last|you got this|never better|so far so good|nothing but good`,
	'-1.6': `still waiting|still nothing|no reply|no response|no answer|no one answers|nobody answers|nobody replies|not yet|on hold for|how much longer|how long do i have to|
		been waiting|have been waiting|i have been waiting|keep waiting|waiting for|third time|second time|fourth time|fifth time|again and again|over and over|yet again|once again|every time i|
		same problem|same issue|does not work|doesnt work|do not work|dont work|not working|isnt working|is not working|stopped working|wont work|wont load|wont turn on|keeps crashing|keeps failing|
		keeps dropping|never works|never arrived|has not arrived|hasnt arrived|havent received|have not received|never received|didnt receive|did not receive|did not get|didnt get|
		no signal|no internet|no service|cut off|hung up on me|hung up|disconnected me|transferred me|passed around|sent me in circles|going in circles|
		i cant log in|cant log in|can not log in|locked out|too long|too much|too late|too expensive|not happy|unhappy with|not satisfied|not impressed|not pleased|
		not good|not good enough|not great|not fair|not cool|not helpful|not okay|not ok|no good|not interested|not even|dont like|do not like|do not care|dont care|doesnt care|nobody cares|
		no one cares|not right|not fun|not funny|not worth|miss you|i miss|so tired|cant sleep|can not sleep|gave up|give up|giving up|let down|lets me down|let me down|run out of|ran out of|out of order|
		need it now|asap or|refund now|want my money|want a refund|my money back|charged twice|charged me twice|double charged|charged again|charged me for|wrong amount|wrong bill|wrong item|wrong address|
		never again|never coming back|last time i|taking my business|switching to|cancel my account|cancel my contract|close my account|cancel everything|cancel it all`,
	'-2.6': `worst ever|worst service|the worst|this is unacceptable|completely unacceptable|this is ridiculous|this is a joke|is a joke|what a joke|a complete joke|beyond a joke|waste of time|wasting my time|wasted my time|
		waste of money|fed up|sick of|sick and tired|tired of|had enough|ive had enough|i have had enough|enough is enough|lost my patience|losing my patience|losing patience|running out of patience|ripped off|rip off|ripping me off|
		no one is helping|nobody is helping|nobody helps|no one helps|no one can help|nobody can help|you are not helping|youre not helping|not helping|no help at all|no help|useless bot|
		stupid bot|stupid robot|are you deaf|are you kidding|are you serious|are you joking|you must be joking|kidding me|speak to a manager|speak to your manager|speak to a supervisor|talk to a manager|talk to your manager|
		your supervisor|file a complaint|make a complaint|formal complaint|report you|see you in court|my lawyer|legal action|trading standards|small claims|consumer protection|will sue|leave a bad review|bad review|
		shame on you|you people|thanks for nothing|no thanks to|fuck off|fuck you|fuck this|screw you|piss off|go to hell|shut up|shut the fuck up|makes me sick|breaks my heart|
		broke my heart|want to cry|want to die|kill myself|hate my life|pain in the ass|drives me crazy|driving me crazy|driving me mad|last straw|out of my mind|never buy|never use|avoid at all costs|stay away from|do not buy|dont buy|
		zero stars|one star|1 star|at my wits end|wits end|what the hell|what the fuck|for fucks sake|oh my god why|makes no sense|lied to me|lied to|cheated me|no one listens|nobody listens|nobody is listening`,
	'-0.8': `speak to a person|talk to a person|speak to a human|talk to a human|real person|real human|an actual person|speak to an agent|talk to an agent|speak to someone|agent please|human please|
		operator please|representative please|live agent|not a bot|not a robot|i already told you|already told you|i already said|as i said|like i said|i told you|you dont understand|you do not understand|not what i asked|
		thats not what|that is not what|i just want|all i want|why is it|why do i have to|why am i|why was i|why have i|what is going on|whats going on|how is that possible|how can it be`,
	'0': `no thanks|no thank you|kind of|kinds of|sort of|like to|like this|like that|looks like|look like|feels like|feel like|sounds like|seems like|just like|would like|i would like to|id like to|want to know|no matter what|
		good friday|black friday|fine print|best buy|fair enough|hard drive|hard disk|hard copy|cold war|world war|star wars|game of thrones|breaking bad|walking dead|grateful dead|
		credit card|credit limit|bank holiday|save as|free speech|well known|as well|as well as|might as well|pretty much|super bowl|war room|dark mode|dark knight|check my bill|check my balance|
		problem number|issue number|error code|cancel button|lost and found|help desk|help page|help with|need help|need help with|help me with|can you help|could you help|can you help me|late fee policy|
		due date|long time|a long time ago|cut a long story short|miss universe|miss america|share price|party leader|tea party|labour party|republican party|democratic party|third party|political party|
		change my address|update my address|delivery address|last week|late night|at least|thank god its over|last night|shut down date|dead line`
};
