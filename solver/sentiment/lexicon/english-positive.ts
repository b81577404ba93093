/**
 * English words that carry a good mood, by strength on the scale of human ratings (0…4); rated by hand for this
 * project. `word*` stands for every word that begins so; plain entries are also found under their usual endings
 * (-s, -ed, -ing, -ly, -er, -est, -ness).
 */
export const ENGLISH_POSITIVE: Record<string, string> = {
	'3.4': `ecstatic magnificent phenomenal sublime bestest euphori* flawless masterpiece outstanding breathtaking
		superb marvelous marvellous wonderful* magnificen* mindblowing spectacular* heavenly adore adoring miraculous`,
	'3.1': `love loved loving loves luv lurve iloveyou amazing amazingly amaze amazeballs awesome awesomeness awesomesauce
		excellent excellence fantastic fantastically fabulous* best brilliant brilliance greatest incredible incredibly
		delight delightful delighted thrilled thrill thrilling overjoyed joyous joyful joy stunning gorgeous perfect perfection
		exquisite ftw terrific stellar glorious triumph* miracle ilysm loveee unforgettable paradise bliss blissful
		legendary gr8est wow* perfectly hilarious beautiful beautifully exceptional exceptionally extraordinary`,
	'2.8': `happy happiness happily happier happiest great beauty lovely celebrat* laugh laughing hilarity yay* woohoo woot
		wonder* woo yess* yayy* hooray hurray hurrah bravo win winner winning winners won wins victory victorious champion*
		excited exciting excitement excite hero heroic freedom awesom* adorable sweetheart congratulations congrats
		congratulate congratulated grats gratz elated jubilant blessed blessing blessings splendid impressive impressed
		divine fave favorite favourite favs dreamy epic rofl* roflmao* lmfao lmao* inspire inspired inspiring inspiration
		inspirational kudos treasure charming charm dazzling sensational sexy yummy delicious scrumptious tasty yum
		succeed success successful successfully praise passion passionate romantic romance bff bestie rejoice sweetest
		cherish loveable lovable hottest liberat* genius peaceful peace`,
	'2.4': `good gooood* gud goood goodness better thank thanks thankyou thx thnx tnx thanx thankful grateful gratitude ty tysm
		fun funny funniest funnier smile smiling smiles smiley enjoy enjoyed enjoying enjoyable enjoyment pleased pleasure pleasant pleasantly proud
		pride glad gladly cheer cheers cheerful cheering sweet sweetie cute cutest cuteness cutie hug hugs kiss kisses kissing xoxo*
		honor honored honour honoured awarded award awards wealth wealthy lucky luck fortunate fortune fortunately friendly generous generosity
		heartwarming kindness kindly vibrant elegant elegance graceful merry party parties partying applause applaud hope hopeful hopefully
		stoked pumped psyched appreciated appreciate appreciates appreciation appreciative admire admiration attractive
		rock rocks rockin rocked stylish trusted trustworthy truelove valuable vacation warmth warmhearted satisfied satisfying
		satisfaction lol lols lolol* haha* hehe* heh lulz giggle giggling chuckle amused amusing entertaining entertain
		superior super supreme topnotch gift gifts gifted talented talent bonus reward rewarding rewarded jackpot
		heaven angel glee gleeful optimistic optimism fascinating fascinated fascinate refreshing elite classy triumphant
		honest honesty benefit beneficial brave bravery courage courageous wisdom sunshine cuddle* snuggle* playful
		affection affectionate comfy cozy cosy exhilarat* flourish thrive thriving upbeat uplift* rad dope lit slay slaying
		goat gorge fab hot hotness swag swell neat nifty nicest nicer nice nicely niceness gem legit bliss* jolly golden groovy gracious ideal invincible
		prosper* radiant sparkle sparkling sparkly wholesome worthy priceless praised faithful fulfilling fulfilled energized invigorat* enthusiastic enthusiasm enthused marvel`,
	'2.0': `cool coolest cooler helpful helped supportive support supporting supporter caring care cared cares safe safely safety secure
		relief relieved relax relaxed relaxing relaxation calm calming comfort comfortable comforting comforted easy easier easiest easily smart smartest intelligent clever
		wise free friend friends friendship bestfriend trust respect respected respectful loyal loyalty dream dreams dreaming warm
		welcome welcomed welcoming bless congrat* gain accomplished accomplish accomplishment achieve achieved achievement achieving
		strong stronger strongest strength healthy wealth rich richest interesting interested interest worth worthwhile positive positively positivity
		useful usefully efficient efficiently effective effectively reliable reliably recommend recommended recommends resolved resolves solve solved
		solves solution solutions fixed improve improved improvement improving improves promising popular pretty prettiest handsome hug
		treat treats celebrate holiday holidays birthday bday christmas xmas graduate graduated promoted promotion
		confident confidence creative creativity innovative exclusive fresh flexible famous fancy fantasy faith heartfelt heart hearts
		hopefully humor humorous humour joke jokes joking laughter lively magic magical magically masterful mercy natural original
		polite politely courteous professional professionally prompt promptly quickly responsive attentive knowledgeable understanding
		satisfy sincere sincerely sincerity soothing sunny talent tender thoughtful thoughtfully tremendous welcome yes yep yeah yea yup yeh
		approve approved approval advantage advantages agreeable amicable gooooo approving assure assured bright brighter brightest cheered
		clean cleaner charisma charismatic competent convinced convenient devoted devotion dignity dynamic eager eagerly ease encourage
		encouraged encouragement encouraging energetic fearless forgive forgiven forgiveness glamorous glory grace grin grinning hopeful keen
		motivate motivated motivating motivation nobly noble nurture pardon playful refreshed rescued rescue saved savior salute
		significant smooth smoothly spirit spirited splendor stable survived survivor survive tolerant tranquil treasured unbeatable unreal
		united upgraded vitality vivid willing youthful yuss proudly pleasing dear dearest darling bae hype hyped kewl stunner`,
	'1.5': `like liked likes likeable okayy fine alright k fair fairly fairness decent share shared sharing ok okay help helping helps helper
		special agree agreed agrees agreement accept accepted accepting adventure adventurous alive ambitious appeal appealing
		aww awww* aw able assets attract attracted boost boosted bright captivat* chance
		clear clearly clarity commit committed committed commitment compassion compassionate considerate convince cure curious curiosity
		dedicated dedication definite desire desirable determined earnest effortless* elevate embrace engaged engaging enlighten*
		enrich* ensure fascinat* feat festive festival fit flattered flattering fond focused fondly forgiving fulfil fulfill genuine genuinely
		gentle gently gold grand greet greeting greets growth growing guarantee guaranteed harmony heal healed healing helping hearty heroes
		hopes hoping hoped wish wishes wishing humble imagine importance important improve increase invite invited inviting
		jewel join keeper leading light lighthearted luckily maturity mature meaningful
		moral motivational novel novelty nostalgic nostalgia opportunity opportunities optimal outgoing peacefully plus
		popularity powerful power precious privilege privileged productive progress promise promised prominent protect protected protection
		rejuvenat* reassur* restore restored robust score scored shine shining shiny sentimental serene skilled skill skills
		soulmate spotless straightforward succes sufficient suitable supported supports sympathy sympathetic tasteful thanku terrifically
		trendy true truly truth truthful unique unity upgrade valid value valued values vision vibes virtue virtuous visionary wellbeing
		witty worked works zest pleasing cash money growing fancy giveaway discount refunded
		credited resolved sorted reconnected upgrade waived gratis complimentary bonus swift speedy quick fast faster timely`,
	'1.0': `please pls plz active admit adopt advanced calmly challenge consent contribute cover credit credits dude
		excuse experience expert experts explore exploring fame feeling familiar family feast fan fans fiesta game games god handy jesus justice
		launch lead leader leadership learn lively matter medal mighty music nerdy new newest open opened outreach partner pray prayer prayers
		premiere prepared present pure ready realistic reasonable reasonably recover recovery relevant rofl sane saint save saving savings sharp simplicity
		simple simply smarter solid soft stimulating straight stylish sure surely surprise surprised surprising surprisingly surprises tickets together
		top tops touch touching trip tune victorious visit wanted weekend well wedding whoa woah winning youth yours finally luckier
		beach summer pizza chocolate concert coffee champagne bacon puppy puppies kitten kittens baby babies sun`
};
