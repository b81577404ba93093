const word = (list: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}\\p{N}])`, 'iu');

/** Something is not as it should be. */
export const PROBLEM = word(
	String.raw`not|\p{L}+n['’]t|dont|doesnt|didnt|isnt|cant|wont|never|nobody|no one|without|wrong|broken|down|fault|error|problem|issue|crash\p{L}*|slow|charged|overcharged|missing|late|lost|fails?|failed|stopped|stuck|blocked|complain\p{L}*|refused|damaged|no (?:electricity|power|internet|light|signal|water|heating|answer|reply)|twice|outage|scam|` +
		String.raw`no (?:me |se |nos |te |le |lo |la )?(?:ha|han|he|hay|funciona\p{L}*|llega\p{L}*|tengo|tenemos|puedo|podemos|va|entra|deja|sale|enciende|carga|aparece|responde\p{L}*|contesta\p{L}*|sirve|vino|viene|es|est[aá]\p{L}*|cuadra|coincide|reconozco|entiendo)|nunca|nadie|sin|mal|rot[oa]s?|aver[ií]a\p{L}*|problemas?|fallo|falla|error|cobrad[oa]\p{L}*|cobraron|facturad[oa]|falta\p{L}*|tarde|perdid[oa]|ca[ií]d[oa]|cortad[oa]|bloquead[oa]|lent[oa]|estafa|dos veces|reclamaci[oó]n|queja|apag[oó]n|se ha (?:ido|doblado|cortado|roto|estropeado)`
);

/** The customer wants something done or known. */
export const REQUEST = word(
	String.raw`i (?:want|need|demand)|i['’]?d (?:like|rather)|i would (?:like|rather)|can you|could you|can i|could i|may i|would you|please (?:send|call|cancel|change|refund|check|tell|give|help)|how (?:do|can) i|i am (?:calling|writing) (?:to|about|because)|interested in|` +
		String.raw`quiero|queremos|quisiera|quer[ií]a|necesito|necesitamos|me gustar[ií]a|me interesa|puede[ns]?|podr[ií]an?|puedo|exijo|c[oó]mo puedo|llamo (?:para|por|porque)|escribo (?:para|por|porque)|solicito|prefiero|me conviene`
);

/** What was done, found or promised, or that nothing can be. */
export const OUTCOME = word(
	String.raw`i have|i['’]ve|we have|we['’]ve|i will|i['’]ll|we will|we['’]ll|you will|you['’]ll|has been|have been|will be|is on its way|i am (?:sending|afraid|sorry,)|i can only|cannot|refund\p{L}*|approved|cancelled|opened|booked|scheduled|it is (?:back|done|paid|solved|fixed)|` +
		String.raw`he (?:anulado|abierto|cambiado|enviado|tramitado|solicitado|puesto|vuelto|reiniciado|asignado|pedido|corregido|cancelado|movido|devuelto|pasado|dejado|reservado|confirmado|bloqueado|activado|creado)|hemos \p{L}+[ai]do|le (?:he|hemos|env[ií]o|devolvemos|llegar[aá]|llamar[aá]\p{L}*|confirmo|mando)|se (?:le|les) \p{L}+|se (?:ha|han) \p{L}+[ai]do|est[aá] (?:hech[oa]|aprobad[oa]|resuelt[oa]|solucionad[oa]|arreglad[oa]|cancelad[oa]|anulad[oa]|confirmad[oa])|queda\p{L}* \p{L}+[ai]d[oa]s?|un t[eé]cnico (?:ir[aá]|pasar[aá]|va)|me temo|lo siento,|no (?:puedo|se puede|podemos|le puedo)|tendr[aá]|recibir[aá]|volver[aá]|solo puedo`
);

/** What an agent sees in the records. */
export const FINDING = word(
	String.raw`i (?:can )?see (?:that|a|an|the|you)|it (?:seems|looks like)|there is|there are|you are right|veo que|veo (?:un|una|el|la|dos)|me aparece|aqu[ií] (?:pone|consta)|consta|hay (?:un|una)|tiene raz[oó]n|parece que|su \p{L}+ (?:es|est[aá]|termin[oó]|caduc[oó])`
);

/** Amounts, days, numbers, spans of time. */
export const FACT =
	/\d|(?<!\p{L})(?:yesterday|since|weeks?|months?|days?|hours?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|ayer|anoche|desde|semanas?|mes|meses|d[ií]as?|horas?|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)(?!\p{L})/iu;

/** Said in every conversation, whatever it is about. */
export const SMALL_TALK =
	/^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|thanks?|thank you|ok(?:ay)?|yes|no|sure|great|perfect|bye|goodbye|hola|buenos d[ií]as|buenas(?: tardes| noches)?|muchas gracias|gracias|vale|s[ií]|claro|perfecto|genial|de acuerdo|adi[oó]s|hasta luego|un momento|one moment)[\s,.!]*)+(?:\p{L}+[\s,.!]*){0,3}$|(?:le atiende|you are speaking|speaking, how|how can i help|en qu[eé] (?:le|te) puedo|puedo ayudar\p{L}* en algo|anything else|algo m[aá]s en lo que|mi nombre es|my name is|un momento|one moment|moment,? please|d[eé]jeme (?:ver|mirar|comprobar)|let me (?:check|see|look)|que (?:tenga|pase) (?:un )?buen|have a (?:nice|good|great)|gracias por (?:confiar|llamar|contactar|escribir|su paciencia)|thank you for (?:calling|contacting|writing|your patience))/iu;
