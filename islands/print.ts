/** A terminal prints the slip at once; on a phone or desk the browser asks first. */
addEventListener('load', () => print(), { once: true })
