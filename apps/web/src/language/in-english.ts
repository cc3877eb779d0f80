import { i18n } from '@lingui/core';

// For specs of words: English, from the texts themselves.
i18n.loadAndActivate({ locale: 'en', messages: {} });
