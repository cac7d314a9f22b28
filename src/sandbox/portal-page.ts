/** What a hotel's captive portal answers to every request until somebody logs in. */
export const PORTAL_PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Hotel EXAMPLE Wi-Fi</title>
  </head>
  <body>
    <h1>Welcome to Hotel EXAMPLE</h1>
    <p>Accept the terms to use the Internet.
    <form action="/login" method="post">
      <label>Room <input name="room"></label>
      <button>Connect</button>
    </form>
  </body>
</html>
`
