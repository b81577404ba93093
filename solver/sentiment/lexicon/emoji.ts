/**
 * Emoji and typed faces by strength of mood (−4…4); rated by hand for this project. Skin tones and variation
 * selectors are dropped before the look-up. What is not listed weighs nothing by hand.
 */
export const EMOJI: Record<string, string> = {
	'3.2': '😍 🥰 😻 🤩 🥳 💖 💗 💓 💞 💕 💘 💝 ❤ ♥ 🧡 💛 💚 💙 💜 🤍 🤎 ❤️‍🔥 🎉 🎊 🏆 🥇 💯 <3 <33 <333',
	'2.6':
		"😀 😃 😄 😁 😆 😂 🤣 😊 ☺ 😇 😘 😗 😙 😚 😋 🤗 😺 😸 😹 😽 👏 🙌 👍 🤟 💪 🌟 ⭐ ✨ 🔥 🎁 🎂 🥂 🍾 🙏 👌 💐 🌹 🌈 ✌ 🫶 🤝 ✅ ☀ 🌞 :D :-D =D XD xD ^_^ ^^ \\o/ (: (-: :)) :))) :] =) =] :-)) :')",
	'2.0':
		'🙂 😉 😌 😎 😏 🤓 😛 😜 😝 🤪 🤠 👻 💃 🕺 🎶 🎵 🌸 🌺 🌻 🌷 🍀 🐶 🐱 🍕 🍻 🍺 🎈 😬‍ 👋 🆗 ✔ 🫡 :) :-) ;) ;-) :P :-P :p :-p ;P ;p =P :* :-* ;D :3 :o) 8) 8-) B) c: C:',
	'0.4': '👀 🤔 😮 😯 😲 🙊 🙉 🙈 🤷 💭 🤫',
	'-0.9': '😐 😑 😶 🙄 😬 🤨 😅 🥲 😓 😪 😴 🥱 ⌛ ⏳ 🐌 -_- -.- ._. :| :-| :S :s :-S :-s o_O O_o',
	'-1.9':
		'😕 😟 🙁 ☹ 😒 😔 😞 😖 😣 😩 😫 😥 😰 😨 😧 😦 😳 🥺 🤒 🤕 🤧 😷 🥶 🥵 😵 🙃 ❌ ⚠ 🆘 🤦 🤥 👎 ✖ 📉 :/ :-/ :\\ :-\\ =/ =\\ :x :X :$ >.< >_< u.u',
	'-2.6':
		"😢 😭 😿 💔 😱 😠 😤 😾 🤢 🤮 💀 ☠ 🖕 🤬 😡 👿 😈 💩 🤡 :( :-( :(( :((( :'( :'-( =( =[ :[ :-[ :c :C ;( T_T T.T ;_; </3 <\\3 :@ >:( D:< >:-( :,("
};
