"""People for whom another system vouches (统一身份认证): OpenID Connect."""
