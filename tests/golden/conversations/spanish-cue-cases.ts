import type { CueKind } from '#solver/conversations/index.ts';

/** Turns written for this project, a line each: those that carry the cue, and those that only look so. */
export const SPANISH_CUE_CASES: Record<CueKind, { yes: string; no: string }> = {
	anger: {
		yes: `Estoy furiosa, nadie contesta
esto es inaceptable
Estoy harto de que me tomen el pelo
qué vergüenza de servicio
sois unos ladrones
me estáis robando
Vaya mierda de compañía
Estoy hasta las narices
¡Ya está bien, es una tomadura de pelo!
Me han mentido
estoy muy enfadado
esto es un robo
menuda estafa
no hay derecho
es indignante
me cabrea muchísimo
¡qué asco!
sois unos inútiles
El peor servicio que he tenido`,
		no: `no estoy enfadada, solo quiero saberlo
No es que esté harto, es curiosidad
Gracias, todo perfecto
hace un frío horrible hoy
me robaron el móvil en la calle, quiero bloquear la línea
Nadie se ha enfadado por eso
no digo que me hayan mentido
El router no funciona
quiero cambiar de tarifa
no me molesta esperar
Mi hijo juega al timo de la estampita en el teatro
la lectura es 45012`
	},
	worry: {
		yes: `Estoy muy preocupada por este cargo
tengo miedo de perder la casa
No sé qué hacer
Estoy desesperado
me preocupa que alguien haya usado mi tarjeta
es urgente
No duermo pensando en esto
creo que me han hackeado la cuenta
¿Y ahora qué hago? Ayúdenme por favor
Estoy agobiada con la mudanza
Es una emergencia, sale agua por todas partes
me da miedo tocar el cuadro
me han robado la cartera
necesito una solución cuanto antes
hay un cargo fraudulento en mi cuenta
Estoy de los nervios, ¿y si me cortan la luz?`,
		no: `no te preocupes
No estoy preocupado
no es urgente
no corre prisa
No me preocupa el precio
Tranquila, no pasa nada
no es una emergencia
Me quedo tranquilo
¿Cuánto vale la tarifa básica?
¿Me puede mandar otra vez la factura?
Quiero pagar con tarjeta
sin preocupación ninguna`
	},
	'legal-threat': {
		yes: `Os voy a denunciar
voy a poner una denuncia
Pondré una reclamación en consumo
tendréis noticias de mi abogado
Iré a los tribunales
nos vemos en los juzgados
Voy a hablar con mi abogada
quiero la hoja de reclamaciones
lo llevaré a la OCU
Esto es ilegal
tomaré acciones legales
Conozco mis derechos
les voy a demandar
quiero poner una queja formal
Acudiré a la oficina de consumo
como no me lo devuelvan voy a la policía
esto lo va a ver un juez, os lo aseguro`,
		no: `No voy a denunciar a nadie, solo quiero mi dinero
soy abogada y me gusta vuestro servicio
Trabajo en un bufete de abogados y quiero una tarifa de empresa
no quiero llegar a juicio
La comisaría de policía está al lado
mi hermano es juez y vive en Denia
el consumo de luz de este mes es alto
¿Es legal revender el router?
Mándeme el contrato a casa
¿cuál es mi consumo medio?
No hace falta meter abogados
según mi juicio va bien`
	},
	'churn-threat': {
		yes: `Quiero darme de baja
cancelen mi contrato
Me voy a otra compañía
me paso a la competencia
acaban de perder un cliente
no vuelvo a comprar con ustedes
quiero cancelar la suscripción
¿Cómo me doy de baja?
Estoy pensando en cambiarme
no voy a renovar
Voy a pedir la portabilidad
quiero cerrar mi cuenta
Si no lo arreglan me marcho
en Vodafone me ofrecen lo mismo por menos
Nunca más con vosotros
deseo anular el servicio
me estoy planteando irme
dadme de baja ya`,
		no: `No quiero darme de baja, solo cambiar la fecha
no me voy, estoy contenta
¿Puedo cancelar la cita del martes?
Me mudo de casa en mayo
quiero dar de alta otra línea
¿Hay otra tarifa a la que pueda cambiar?
Quiero cambiar la contraseña
El técnico se va a las cinco
Jamás me iría a otra compañía
Estoy de baja médica y en casa todo el día
la tienda cierra a las nueve
Han cancelado mi tren, llego tarde`
	},
	vulnerability: {
		yes: `mi madre está con una máquina de oxígeno
Soy discapacitado y no puedo bajar
Mi marido falleció el mes pasado
me he quedado en paro y no puedo pagar
No llego a fin de mes
Estoy ingresada en el hospital
Tenemos un recién nacido y no hay calefacción
soy pensionista y vivo sola
Mi hija tiene epilepsia
voy en silla de ruedas
tengo cáncer y estoy con la quimio
Nos van a desahuciar
Soy ciego, no puedo leer la carta
la insulina está en la nevera y no hay luz
no tengo dinero para comer
Mi padre tiene 84 años y vive solo
tengo depresión
no quiero seguir viviendo así`,
		no: `la cobertura murió ayer
se me ha muerto el móvil
El bebé duerme, hable bajo
no estoy enfermo, gracias
El hospital es cliente vuestro, yo solo trabajo allí
Puedo pagar sin problema
es para el funeral de mi paciencia, jaja
Quiero la tarifa familiar
llevo 12 años con vosotros
En el trabajo no tengo cobertura
Es un punto ciego de la wifi
la cuenta está deshabilitada`
	},
	'repeated-contact': {
		yes: `Es la tercera vez que llamo
ya he llamado dos veces
Lo he explicado cinco veces
llevo toda la semana llamando
siempre que llamo me dicen otra cosa
Vuelvo a llamar por lo mismo
ya se lo dije a su compañero
¿Cuántas veces tengo que repetirlo?
me pasan de un departamento a otro
sigo esperando respuesta
todavía no funciona
como ya les dije, el código está mal
nadie me ha llamado
¿Hay alguna novedad de mi reclamación?
He hablado con tres personas distintas
os escribí la semana pasada y nada
¿Otra vez tengo que contarlo todo?
quedaron en llamarme y no lo hicieron`,
		no: `Es la primera vez que llamo
no he llamado antes
¿Me pueden llamar ustedes?
somos tres personas en casa
Repítalo por favor, no le oí
La semana pasada me mudé a Denia
Ya funciona, gracias
lo pagué dos veces por error
¿Cuántas veces puedo cambiar de tarifa al año?
Ya veo, gracias
cada vez que llueve cenamos en casa
he recibido vuestro correo, gracias`
	},
	'asks-for-person': {
		yes: `Quiero hablar con una persona
pásame con un agente
un humano por favor
¿Puedo hablar con alguien?
páseme con su supervisor
agente
Necesito que me atienda una persona
¿Hay alguien ahí?
póngame con un operador
no quiero hablar con un robot
prefiero hablar con un ser humano
exijo hablar con el responsable
que me llame alguien
comuníqueme con un asesor, por favor
¿por qué no puedo hablar con una persona?
Llámenme al móvil
déjate de robots y dame una persona
operadora`,
		no: `no quiero hablar con nadie más
no hace falta que me pase con un agente
Ya hablé con un agente ayer
su agente fue muy amable
El agente lo arregló, gracias
soy una persona de pocas palabras
hay una persona en casa que necesita internet
¿Cuánto es por persona?
no me pase otra vez
Recursos humanos me mandó esta carta
estoy hablando con mi mujer de la tarifa
El agente inmobiliario me dio este número
ya he hablado con su supervisor y está resuelto`
	}
};
