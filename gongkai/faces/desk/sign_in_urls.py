"""Addresses of signing in, in the desk's namespace."""

from django.urls import path

from gongkai.faces.desk import (
    sign_in,
    sign_in_code,
    sign_in_factor,
    sign_in_held,
    sign_in_oidc,
    sign_in_password,
    sign_in_safety,
    sign_in_sessions,
)

urlpatterns = [
    path("login/", sign_in.sign_in, name="login"),
    path("login/code/", sign_in_code.code, name="sign-in-code"),
    path("login/oidc/", sign_in_oidc.leave, name="oidc"),
    path("login/oidc/back/", sign_in_oidc.come_back, name="oidc-back"),
    path("logout/", sign_in.sign_out, name="logout"),
    path("sign-in/", sign_in_sessions.mine, name="my-sessions"),
    path("sign-in/stay/", sign_in_sessions.stay, name="stay"),
    path("sign-in/left/", sign_in_sessions.time_left, name="time-left"),
    path("sign-in/end-others/", sign_in_sessions.end, name="end-others"),
    path("sign-in/password/", sign_in_password.password, name="password"),
    path("sign-in/factor/", sign_in_factor.factor, name="factor"),
    path("sign-in/factor/start/", sign_in_factor.start, name="factor-start"),
    path("sign-in/factor/picture.svg", sign_in_factor.picture, name="factor-picture"),
    path("sign-in/factor/confirm/", sign_in_factor.confirm, name="factor-confirm"),
    path("sign-in/factor/codes/", sign_in_factor.renew, name="factor-codes"),
    path("sign-in/factor/off/", sign_in_factor.turn_off, name="factor-off"),
    path("sign-in/held/<str:token>/", sign_in_held.held, name="held"),
    path("sign-in/held/<str:token>/drop/", sign_in_held.drop, name="held-drop"),
    path("sign-in/safety/", sign_in_safety.safety, name="safety"),
    path("sign-in/safety/doors/<int:guard_id>/", sign_in_safety.open_door, name="unlock"),
    path("sign-in/safety/people/<int:user_id>/end/", sign_in_safety.end, name="safety-end"),
    path(
        "sign-in/safety/people/<int:user_id>/factor/",
        sign_in_safety.reset_factor,
        name="safety-factor",
    ),
    path(
        "sign-in/safety/people/<int:user_id>/password/",
        sign_in_safety.give_password,
        name="safety-password",
    ),
]
