"""A small OpenID Connect provider on this machine, that can be told to go wrong.

It asks for a name only, checks client, redirection and PKCE like a real one, signs with RS256, and
answers what a test last told it to (`POST /mode`).
"""

import hashlib
import hmac
import json
import secrets
import sys
import time
from base64 import b64decode, urlsafe_b64encode
from dataclasses import dataclass
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from joserfc import jwk, jwt

CLIENT, SECRET = "gongkai", "a secret: with 100 % signs & more"
AN_HOUR = 3600
Form = dict[str, str]
Claims = dict[str, object]

WRONG_CLAIMS: dict[str, Claims] = {
    "nonce": {"nonce": "another"},
    "no_nonce": {"nonce": None},
    "audience": {"aud": "another"},
    "audiences": {"aud": [CLIENT, "another"]},
    "party": {"azp": "another"},
    "issuer": {"iss": "http://127.0.0.1:1"},
    "expired": {"exp": int(time.time()) - AN_HOUR},
    "no_expiry": {"exp": None},
    "future": {"iat": int(time.time()) + AN_HOUR},
    "no_subject": {"sub": None},
}


@dataclass(frozen=True)
class Granted:
    """What a code stands for."""

    name: str
    redirect_uri: str
    nonce: str
    challenge: str


class World:
    """Everything the provider knows."""

    def __init__(self) -> None:
        self.mode = ""
        self.keys = [self.new_key()]
        self.codes: dict[str, Granted] = {}
        self.tokens: dict[str, str] = {}

    @staticmethod
    def new_key() -> jwk.RSAKey:
        """A key with a name of its own."""
        return jwk.RSAKey.generate_key(2048, {"kid": secrets.token_hex(4), "use": "sig"})


WORLD = World()


def base64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def signed(claims: Claims) -> str:
    """The ID token; how it is signed depends on the mode."""
    key, header = WORLD.keys[-1], {"alg": "RS256", "kid": str(WORLD.keys[-1].kid)}
    if WORLD.mode == "none":
        parts = ({"alg": "none"}, claims)
        return ".".join([*(base64(json.dumps(part).encode()) for part in parts), ""])
    if WORLD.mode == "symmetric":
        body = ".".join(
            base64(json.dumps(part).encode()) for part in ({**header, "alg": "HS256"}, claims)
        )
        public = key.as_pem(private=False)
        return f"{body}.{base64(hmac.digest(public, body.encode(), 'sha256'))}"
    if WORLD.mode == "other_key":
        return jwt.encode(header, claims, World.new_key())
    token = jwt.encode(header, claims, key)
    if WORLD.mode == "changed":
        head, body, tail = token.split(".")
        claims = {**claims, "preferred_username": "administrator"}
        return f"{head}.{base64(json.dumps(claims).encode())}.{tail or body}"
    return token


class Provider(BaseHTTPRequestHandler):
    """The pages and the machine addresses."""

    @property
    def here(self) -> str:
        return f"http://127.0.0.1:{self.connection.getsockname()[1]}"

    def do_GET(self) -> None:
        """Discovery, keys, the form, the person, signing out."""
        parts = urlsplit(self.path)
        asked = dict(parse_qsl(parts.query))
        pages = {
            "/.well-known/openid-configuration": self.metadata,
            "/keys": self.publish,
            "/authorize": self.ask,
            "/userinfo": self.person,
            "/logout": self.forget,
        }
        pages.get(parts.path, self.missing)(asked)

    def do_POST(self) -> None:
        """The form that was sent, the code that is redeemed, the mode."""
        length = int(self.headers.get("Content-Length") or 0)
        form = dict(parse_qsl(self.rfile.read(length).decode()))
        pages = {"/authorize": self.grant, "/token": self.redeem, "/mode": self.turn}
        pages.get(self.path, self.missing)(form)

    def metadata(self, _asked: Form) -> None:
        issuer = "http://127.0.0.1:1" if WORLD.mode == "metadata" else self.here
        self.say(
            {
                "issuer": issuer,
                "authorization_endpoint": f"{self.here}/authorize",
                "token_endpoint": f"{self.here}/token",
                "jwks_uri": f"{self.here}/keys",
                "userinfo_endpoint": f"{self.here}/userinfo",
                "end_session_endpoint": f"{self.here}/logout",
            }
        )

    def publish(self, _asked: Form) -> None:
        self.say({"keys": [key.as_dict(private=False) for key in WORLD.keys]})

    def ask(self, asked: Form) -> None:
        fields = "".join(
            f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
            for name, value in asked.items()
        )
        self.page(
            f'<form method="post" action="/authorize">{fields}'
            '<label>Name <input name="login"></label><button>Sign in</button></form>'
        )

    def grant(self, form: Form) -> None:
        if form["client_id"] != CLIENT or form["code_challenge_method"] != "S256":
            return self.say({"error": "invalid_request"}, 400)
        code, state = secrets.token_urlsafe(), form["state"]
        WORLD.codes[code] = Granted(
            form["login"], form["redirect_uri"], form["nonce"], form["code_challenge"]
        )
        answer = {"code": code, "state": "another" if WORLD.mode == "state" else state}
        if WORLD.mode == "denied":
            answer = {"error": "access_denied", "state": state}
        if WORLD.mode == "answer_issuer":
            answer["iss"] = "http://127.0.0.1:1"
        return self.move(f"{form['redirect_uri']}?{urlencode(answer)}")

    def redeem(self, form: Form) -> None:
        given = WORLD.codes.pop(form.get("code", ""), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if not self.is_client():
            return self.say({"error": "invalid_client"}, 401)
        if given is None or given.redirect_uri != form["redirect_uri"]:
            return self.say({"error": "invalid_grant"}, 400)
        if base64(digest) != given.challenge:
            return self.say({"error": "invalid_grant"}, 400)
        token = secrets.token_urlsafe()
        WORLD.tokens[token] = given.name
        return self.say(
            {"access_token": token, "token_type": "Bearer", "id_token": signed(self.claims(given))}
        )

    def claims(self, given: Granted) -> Claims:
        now = int(time.time())
        claims: Claims = {
            "iss": self.here,
            "sub": f"subject of {given.name}",
            "aud": CLIENT,
            "exp": now + AN_HOUR,
            "iat": now,
            "nonce": given.nonce,
        }
        claims |= WRONG_CLAIMS.get(WORLD.mode, {})
        return {name: value for name, value in claims.items() if value is not None}

    def person(self, _asked: Form) -> None:
        name = WORLD.tokens.get((self.headers.get("Authorization") or "").removeprefix("Bearer "))
        if name is None:
            return self.say({"error": "invalid_token"}, 401)
        subject = "somebody else" if WORLD.mode == "other_subject" else f"subject of {name}"
        return self.say({"sub": subject, "preferred_username": name})

    def forget(self, asked: Form) -> None:
        if asked.get("client_id") != CLIENT or not asked.get("id_token_hint"):
            return self.say({"error": "invalid_request"}, 400)
        return self.move(asked["post_logout_redirect_uri"])

    def turn(self, form: Form) -> None:
        WORLD.mode = form.get("mode", "")
        if WORLD.mode == "rotate":
            WORLD.keys = [World.new_key()]
        self.say({})

    def missing(self, _asked: Form) -> None:
        self.say({"error": "not_found"}, 404)

    def is_client(self) -> bool:
        scheme, _, credentials = (self.headers.get("Authorization") or "").partition(" ")
        name, _, secret = b64decode(credentials).decode().partition(":")
        return (scheme, unquote(name), unquote(secret)) == ("Basic", CLIENT, SECRET)

    def say(self, said: Claims, status: int = 200) -> None:
        self.send(status, "application/json", json.dumps(said))

    def page(self, body: str) -> None:
        start = (
            '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Provider</title>'
        )
        self.send(200, "text/html; charset=utf-8", start + body)

    def move(self, address: str) -> None:
        self.send(302, "text/plain", "", address)

    def send(self, status: int, kind: str, text: str, address: str = "") -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if address:
            self.send_header("Location", address)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_said: object) -> None:
        """Be quiet."""


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    sys.stdout.write(f"{server.server_address[1]}\n")
    sys.stdout.flush()
    server.serve_forever()
