import type { LanguagePhrases } from './phrase-bank.ts';
import { SPANISH_ACCOUNT } from './spanish-account.ts';
import { SPANISH_SUPPLY } from './spanish-supply.ts';

export const SPANISH: LanguagePhrases = {
	greetings: [
		'{site}, buen día, le atiende {agent}. ¿En qué puedo ayudarle?',
		'Hola, {first}, soy {agent}, de {site}. ¿En qué le puedo ayudar?',
		'Gracias por contactar con {site}. Mi nombre es {agent}, dígame.',
		'Hola, {first}, le atiende {agent}. Cuénteme, por favor.',
		'Gracias por la espera. Soy {agent}, ¿qué necesita?'
	],
	greetingsAfterTransfer: [
		'Hola, {first}, soy {agent}. Mi compañero me ha adelantado algo, ¿me cuenta el resto?',
		'Buenas, {first}, le atiende {agent}, ya tengo delante las notas de mi compañera.',
		'Hola, {first}, me han pasado su consulta. Soy {agent}, ¿en qué puedo ayudarle?'
	],
	afterBot: [
		'Ya se lo he explicado todo al asistente.',
		'Por fin una persona, el bot no se entera de nada.',
		'Como le decía al robot,',
		'El chat automático no me ha servido, así que le cuento:',
		'Se lo he escrito tres veces a la máquina.'
	],
	afterTransfer: [
		'Se lo acabo de contar a su compañero.',
		'Es la segunda persona con la que hablo.',
		'Me han dicho que usted me lo podía arreglar.',
		'A ver si ahora estoy en el sitio correcto.'
	],
	empathy: [
		'Lamento mucho lo ocurrido, entiendo su enfado.',
		'Le entiendo perfectamente, es normal que esté molesto.',
		'Le pido disculpas, vamos a solucionarlo.',
		'Siento las molestias, de verdad.',
		'Comprendo la situación, gracias por contármelo.'
	],
	askIdentity: [
		'¿Me facilita su número de contrato, por favor?',
		'¿Me dice nombre completo y DNI del titular?',
		'Para ver su cuenta necesito el contrato o el teléfono asociado.',
		'¿Me confirma las tres últimas cifras de su DNI y el código postal?'
	],
	giveIdentity: [
		'Sí, es el {ref}.',
		'{name}, contrato {ref}.',
		'Un momento... {ref}.',
		'Soy {name}, el teléfono es el {phone}.',
		'Claro, {ref}, a nombre de {name}.'
	],
	checking: [
		'Gracias. Deme un momento que lo compruebo.',
		'Perfecto, estoy abriendo su ficha.',
		'Gracias, {first}, voy a mirarlo en el sistema.',
		'Un segundo, que me cargan los datos.',
		'Lo reviso ahora mismo.'
	],
	holdBegins: [
		'Tengo que consultarlo con otro departamento, ¿le importa esperar un momento en línea?',
		'Le dejo un momento en espera, enseguida estoy con usted.',
		'Permítame que lo consulte con un compañero, no se retire.'
	],
	holdEnds: [
		'Gracias por la espera, {first}.',
		'Disculpe la demora, ya tengo la respuesta.',
		'Ya estoy con usted, gracias por la paciencia.'
	],
	transferring: [
		'Para esto le tengo que pasar con el departamento que lo lleva, les dejo mis notas.',
		'Le transfiero con un especialista que se lo puede terminar.',
		'Mis compañeros del otro equipo se lo solucionan, le paso ahora mismo.'
	],
	anythingElse: [
		'¿Puedo ayudarle en algo más?',
		'¿Necesita alguna otra cosa?',
		'¿Alguna otra consulta, {first}?'
	],
	goodbyes: [
		'Gracias por confiar en {site}. Que tenga un buen día.',
		'Gracias a usted, {first}. Un saludo.',
		'De nada, hasta pronto.',
		'Gracias por contactar con nosotros, {first}. Adiós.'
	],
	reactions: [
		[
			'Esto es una vergüenza.',
			'Estoy harto de esta compañía, de verdad.',
			'¿Me está tomando el pelo? Es inaceptable.',
			'Siempre la misma historia, aquí nadie se hace responsable.',
			'Es el peor servicio que he tenido en mi vida.',
			'Quiero hablar con un supervisor.'
		],
		[
			'Eso no me soluciona nada.',
			'Pues no estoy nada contento con esto.',
			'Es muy molesto, ya he perdido toda la mañana.',
			'Pero eso no es lo que me dijeron la otra vez.',
			'¿Por qué pasa esto siempre?',
			'No entiendo por qué es tan complicado.'
		],
		[
			'Vale.',
			'De acuerdo, entiendo.',
			'Siga, siga.',
			'Bien, ¿y entonces?',
			'Muy bien, espero.',
			'Entendido.',
			'Ajá.'
		],
		[
			'Suena bien.',
			'Vale, gracias por mirarlo.',
			'Ah, ahora lo entiendo.',
			'Bien, se lo agradezco.',
			'Genial, vale.'
		],
		[
			'¡Estupendo, justo lo que necesitaba!',
			'Qué bien, muchísimas gracias.',
			'Maravilloso, me ha ayudado usted mucho.',
			'¡Perfecto, qué rápido!'
		]
	],
	closings: [
		[
			'Es una vergüenza, me voy a otra compañía.',
			'No. No me ha solucionado nada y voy a poner una reclamación.',
			'Un desastre. Lo pondré en las reseñas.'
		],
		[
			'No, ya está. A ver si esta vez lo arreglan de verdad.',
			'Bueno, pero sigo sin estar conforme.',
			'No. Si no está arreglado el {date}, vuelvo a llamar.'
		],
		['No, eso es todo.', 'No, gracias, era eso.', 'Nada más, gracias.', 'No, adiós.'],
		['No, todo bien, gracias por su ayuda.', 'Nada más, gracias, {agent}.', 'No, gracias, muy amable.'],
		[
			'No, perfecto. ¡Muchísimas gracias, {agent}, es usted un encanto!',
			'Eso es todo, hacía tiempo que no me atendían tan bien. ¡Gracias!',
			'Genial, mil gracias, me ha alegrado el día.'
		]
	],
	leadIns: [
		['Mire, estoy muy enfadado.', '¡Es la tercera vez que llamo por lo mismo!', 'Estoy harta.', 'Increíble.'],
		[
			'Estoy un poco cansado ya.',
			'Llevo un buen rato esperando.',
			'Perdone, pero esto para mí es un problema.',
			'Pues mal, la verdad.'
		],
		['Hola.', 'Buenas.', 'Sí, hola.', 'Pues mire,', 'A ver,'],
		['¡Hola!', 'Hola, gracias por atenderme.', 'Hola, {agent}, gracias.'],
		['¡Hola, qué tal! Encantada.', '¡Buenas! Espero que tenga un buen día.']
	],
	fillers: [
		['¿Me llegará por escrito?', 'Sí, en cuanto cierre el caso le llega un correo.'],
		['¿Me lo puede mandar al correo?', 'Claro, tengo {email}, ¿sigue siendo ese?'],
		['Perdone, ¿me lo repite?', 'Por supuesto. Su referencia es {case}, guárdela.'],
		['¿Y cuánto tarda?', 'Normalmente unos {days} días laborables.'],
		[
			'¿Hay un teléfono directo para la próxima vez?',
			'Con la referencia {case} le pasan con nuestro equipo.'
		],
		['¿Lo puedo hacer también en la aplicación?', 'Sí, en Mi cuenta, Solicitudes, ahí lo verá.'],
		['¿Y esto tiene algún coste?', 'No, para usted es gratuito.'],
		['Mi mujer llamó la semana pasada por lo mismo.', 'Sí, veo la nota de esa llamada, gracias.'],
		['Se oye un poco mal, ¿sigue ahí?', 'Sí, sí, aquí estoy, le oigo bien.']
	],
	emailGreeting: 'Estimados señores:',
	emailClose: 'Un saludo, {name} (contrato {ref})',
	emailReplyOpen: 'Estimado/a {name}: gracias por su mensaje.',
	emailReplyClose: 'Su referencia es {case}. Un cordial saludo, {agent}, {site}',
	bot: {
		greetings: [
			'Hola, soy {bot}, la asistente virtual de {site}. Cuénteme en pocas palabras qué necesita.',
			'¡Hola, {first}! Soy {bot}. Puedo ayudarle con facturas, averías, citas y más. ¿De qué se trata?'
		],
		asksIdentity: [
			'Entendido. ¿Me da su número de contrato?',
			'Puedo ayudarle con eso. ¿De qué contrato se trata?',
			'Gracias por contármelo. ¿Cuál es su número de contrato?'
		],
		identities: ['{ref}', 'Es el {ref}, en {city}.', 'contrato {ref}', 'Claro, {ref}.'],
		found: [
			'Gracias, {first}, ya tengo el contrato {ref}.',
			'Comprobado: contrato {ref} en {city}.',
			'Perfecto, tengo el contrato delante.'
		],
		answers: ['Sí.', 'si, ese', 'Creo que la primera.', 'ok, sí', 'Sí, por favor.'],
		again: ['Le repito:', 'Otra vez:', 'Que no, escuche.', 'No es eso.'],
		solved: [
			'¡Hecho! Le he enviado los detalles por correo. ¿Resuelve su consulta?',
			'Su solicitud {case} está registrada, tendrá noticias antes del {date}. ¿Algo más?',
			'Lo he comprobado: está todo en orden y al día a fecha de {date}. ¿Le sirve?'
		],
		solvedThanks: ['Sí, gracias', '¡Genial, qué rápido, gracias!', 'perfecto, adiós', 'Sí, eso es todo.'],
		notUnderstood: [
			'Perdone, no le he entendido bien. ¿Puede decirlo con otras palabras?',
			'No estoy segura de haberlo entendido. ¿Es sobre una factura?',
			'Vaya, no encuentro nada sobre eso. Pruebe con menos palabras, por favor.'
		],
		wantsPerson: [
			'Quiero hablar con una persona',
			'agente por favor',
			'Esto no sirve para nada, páseme con un humano.',
			'Que no!! Que me atienda alguien de verdad',
			'¿Puedo hablar con alguien, por favor?'
		],
		handsOver: [
			'Por supuesto, le paso con un compañero con lo que me ha contado.',
			'Le conecto con uno de nuestros agentes. No se vaya, por favor.',
			'Entendido. Una persona le atenderá lo antes posible.'
		],
		writesOn: {
			calm: ['¿Sigue ahí?', 'Aquí sigo.', 'Por cierto, mejor por las mañanas.', '¿Hola?'],
			upset: [
				'¿Hola?? ¿Hay alguien?',
				'¿Cuánto va a tardar esto?',
				'Espero no tener que contarlo todo otra vez.'
			]
		}
	},
	intents: { ...SPANISH_ACCOUNT, ...SPANISH_SUPPLY }
};
