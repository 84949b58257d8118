/** The words of the demo shop, an invented drawing school that sells a course by a free class. */
export const sketchSchool = {
  optIn: `
<p class="kicker">Free live class · Thursday 19:00</p>
<h1>Sketch your city in one evening</h1>
<p>Bring a pen and forty minutes. Jo Fernhill shows how three lines and one colour turn the street outside your window into a page worth keeping.</p>
<form action="/thank-you" method="post">
<input type="hidden" name="csrf" value="{cookie:shop_csrf}">
<label>First name <input name="first_name" autocomplete="given-name" placeholder="Ada"></label>
<label>E-mail <input name="email" type="email" autocomplete="email" placeholder="ada@mail.example"></label>
<button>Save my seat</button>
</form>`,
  thankYou: `
<p class="kicker">You are in</p>
<h1>Your seat is saved</h1>
<p>We have sent the link to your inbox. Until Thursday: find a pen you like, and a view you pass every day.</p>
<p>Those who want to go on after the class get the whole course at the evening's price, from now on.</p>`,
  sales: `
<p class="kicker">The urban sketching course</p>
<h1>From blank page to a full sketchbook in six weeks</h1>
<ul>
<li>24 short lessons, each drawn outdoors, rain included</li>
<li>Perspective without rulers, people without fear</li>
<li>Six live reviews of your own pages</li>
</ul>
<blockquote>“I have stopped photographing my holidays.” Mira, Lisbon</blockquote>
<p class="price">€149 <small>once, instead of €240</small></p>`,
  checkout: `
<p class="kicker">Checkout</p>
<h1>Nearly yours</h1>
<table>
<tr><td>The urban sketching course</td><td>€149.00</td></tr>
<tr><td>VAT included</td><td>€23.79</td></tr>
<tr><td><b>Total</b></td><td><b>€149.00</b></td></tr>
</table>
<form action="/upsell" method="post">
<input type="hidden" name="csrf" value="{cookie:shop_csrf}">
<label>Name on the card <input name="card_name" autocomplete="cc-name" placeholder="Ada Lovelace"></label>
<label>Card number <input name="card_number" inputmode="numeric" autocomplete="cc-number" placeholder="0000 0000 0000 0000"></label>
<button>Pay €149.00</button>
</form>`,
  upsell: `
<p class="kicker">Thank you for your order</p>
<h1>Add the travel kit?</h1>
<p>The pens, the brush and the twelve colours Jo carries every day, in a tin that fits a coat pocket. Only together with the course.</p>
<p class="price">€39 <small>sent within two days</small></p>
<p><button type="button">Add to my order</button></p>`,
} as const
