/**
 * The commonest words of the languages that the scorer reads ('en', 'es') and of those it should recognise as others,
 * without accents; gathered by hand for this project.
 */
export const COMMON_WORDS: Record<'en' | 'es', string> = {
	en: `the be to of and a in that have i it for not on with he as you do at this but his by from they we say her she or an will my one all would there
		their what so up out if about who get which go me when make can like time no just him know take people into year your good some could them see other
		than then now look only come its over think also back after use two how our work first well way even new want because any these give day most us is
		are was were been being has had does did im youre dont cant wont isnt didnt doesnt ive ill id thats whats were hes shes theyre am why where much many
		very too here still please thanks thank hello hi hey help need got going gonna wanna yes never always again today tomorrow yesterday tonight should
		must may might through before off down own more each every both few while been account order bill phone call waiting service refund delivery
		love hate lol omg u ur pls rt via watch night morning last next week really great best happy`,
	es: `el la de que y a en un ser se no haber por con su para como estar tener le lo todo pero mas hacer o poder decir este ir otro ese si me ya ver porque
		dar cuando muy sin vez mucho saber sobre mi alguno mismo yo tambien hasta ano dos querer entre asi primero desde grande eso ni nos llegar pasar tiempo
		ella bien una los las del al es son fue era esta estan estoy estas estaba ha han he has hay soy eres somos tengo tiene tienes tienen quiero quiere
		quieres puedo puede puedes hola gracias favor buenos buenas dias tardes noches que cual quien donde como cuanto porque aqui ahi alli ahora hoy manana
		ayer siempre nunca nada nadie algo alguien todos todas toda te os les tu tus mis sus nuestro vuestro usted ustedes ellos nosotros vosotros muchas mucho
		poco tan tanto solo sólo creo voy va van vas vamos hace hizo hacer dice dijo sea ser sido siendo haciendo estado aun aunque mientras entonces luego
		despues antes cada cosa cosas dia vida factura cuenta pedido servicio llamada espero espera tarjeta devolucion jaja jajaja jajajaja xq pq tb tmb q k
		porfa porfavor esto esos esas estos ante contra segun vale buen mejor peor mal casa trabajo gente pues claro desde tarde noche`
};

/** Words of other languages (Latin script); those that English or Spanish also has are dropped when the tables are made. */
export const OTHER_WORDS: Record<string, string> = {
	fr: `le les des et est une dans pour pas vous je qui sur ce cette mais avec nous il elle ils elles plus tout faire fait comme ou bien sont ont mon ma mes ton
		votre notre leur aux au du ne quel quelle merci bonjour bonsoir oui non tres aussi moi toi suis etes avez avons peux pouvez veux voudrais commande colis
		facture encore toujours jamais rien quelqu quand pourquoi parce depuis chez cest jai parler agent aide bonne journee besoin parlez compte nest qu donc alors etre avoir sans sous entre aujourdhui probleme attends s'il plait mauvais service client`,
	pt: `nao uma voce voces para com os as dos das no na nos nas em mais mas foi ele ela eles isso isto muito muita tambem ja sao esta estou tem tenho obrigado
		obrigada ola bom dia boa tarde noite porque quando onde seu sua meu minha minhas meus pelo pela ao aos ate quem qual sem depois antes agora ainda aqui hoje
		ontem amanha fazer faz quero pode posso ajuda pedido preciso falar atendente cancelar minha gostaria obg vc blz nunca sempre tudo nada pessimo otimo atendimento gostei ate num numa`,
	it: `il lo gli che di un uno una e non per con sono sei siamo avete hanno ho ha mi ti ci vi si questo questa quello quella come anche piu ma se perche quando dove
		chi cosa molto tutto tutti della delle dei degli nel nella alla allo sul sulla grazie ciao buongiorno prego vorrei parlare operatore aiuto buona sera cosi quindi pero anch dopo prima mio mia tuo suo nostro essere avere fare fatto
		voglio posso puo devo ancora sempre mai niente nulla oggi ieri domani adesso ordine bolletta aspettando servizio pessimo ottimo stato stata`,
	de: `der die das und ist nicht ein eine einen einem einer ich du er sie es wir ihr mit auf fur von zu im den dem des auch aber wie was wo wer warum wenn oder als
		noch nur schon sehr mehr kann konnen habe hat haben bin sind war waren wird werden mein meine dein ihre ihren uns mir mich dich bitte danke hallo guten tag
		morgen heute gestern nichts immer nie kein keine nach bei aus uber unter seit wieder rechnung bestellung warte hilfe paket mitarbeiter sprechen brauche konto vielen kundenservice schlecht gut mochte`,
	ca: `els amb que es una uns unes per pero molt mes aixo aquest aquesta aixi tambe jo tu ell ella nosaltres vosaltres meu meva teu seva gracies bon dia bona tarda
		nit si us plau vull puc tinc te ha he han fa fer dir on quan com perque cap res mai sempre avui dema ahir encara dels dela al als li ho hi sense factura comanda`,
	nl: `de het een en van ik je dat niet is zijn op te met voor er maar om hem dan zou wat mijn wel ook als nog naar heb heeft uit bij ze kan geen ja waar hoe wie deze
		dit dank bedankt hallo goedemorgen alstublieft graag mijn jullie ons onze wij zij hebben worden waarom omdat altijd nooit niets vandaag morgen gisteren rekening bestelling pakket`,
	pl: `nie jest sie na i w z do to ze co jak ale czy dla tak po od przez juz jestem mam masz ma moj moja dziekuje prosze dzien dobry czesc bardzo tylko wszystko kiedy gdzie dlaczego
		nic nigdy zawsze dzisiaj jutro wczoraj konto zamowienie faktura byc mozna chce moge`,
	tr: `bir ve bu da de icin ne ile cok ben sen biz siz onlar var yok degil mi ama gibi daha kadar sonra merhaba tesekkurler tesekkur ederim lutfen evet hayir neden nerede nasil
		bugun yarin dun siparis fatura hesap istiyorum olarak her sey hic`,
	ro: `si nu este sunt cu pentru din pe la mai ce sa am ai are au fost care dar foarte multumesc buna ziua va rog unde cand cum de ce azi maine ieri factura comanda nimic niciodata`,
	sv: `och att det som en ett jag du han hon vi ni de inte ar var har hade med for pa av till om men sa kan ska vill min mitt mina din tack hej god morgon varfor nar hur vad idag igar aldrig alltid faktura bestallning`,
	da: `og jeg det er ikke en et til af pa med for har som han hun vi de den der kan skal vil men om min mit dig mig tak hej godmorgen hvorfor hvornar hvordan hvad hvor aldrig altid regning bestilling`,
	fi: `ja on ei se etta han mina sina me te he ovat oli olen mutta kun niin kuin joka mika missa miksi kiitos hei hyvaa huomenta paivaa nyt aina lasku tilaus ole voi minun`,
	id: `yang dan di ini itu dengan untuk tidak dari dalam akan pada juga saya kamu anda kami mereka ada sudah bisa karena apa siapa mengapa terima kasih selamat pagi malam tolong tagihan pesanan belum bukan sangat`,
	hu: `az hogy nem es egy is van meg de ez csak mar mint vagy volt nekem koszonom szia jo napot kerem miert mikor hol ki mi nagyon mindig soha ma holnap szamla rendeles`,
	cs: `je se na to ze si ve jsem jsou byl ale jak co kdyz tak pro uz dekuji prosim ahoj dobry den velmi kde proc kdy muj moje faktura objednavka nikdy vzdy`,
	vi: `khong la cua va cho toi ban co duoc nay mot nhung voi den da rat xin chao cam on tai sao khi nao`,
	eu: `eta da ez du zer nola dut dago nire zure eskerrik asko kaixo egun on mesedez baina oso ere hau hori izan dira faktura`,
	tl: `ang ng mga sa na ay ko mo ako ikaw siya kami kayo sila hindi oo salamat po bakit saan kailan wala mayroon may ito iyan`
};
