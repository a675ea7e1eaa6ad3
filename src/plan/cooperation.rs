//! Needs and offers between the countries of the room.

use super::{Country, Key, Text};

choice! {
    /// What a country says.
    CooperationKind = "cooperation" {
        /// We need this.
        Need = "need",
        /// We can give this.
        Offer = "offer",
    }
}

choice! {
    /// The form of working together.
    CooperationForm = "cooperation-form" {
        /// Two countries.
        Bilateral = "bilateral",
        /// Two countries with a third or a donor.
        Triangular = "triangular",
    }
}

row! {
    /// A need or an offer.
    Cooperation, CooperationField, CooperationNames, COOPERATION: Cooperation = "cooperation" in cooperation {
        /// Need or offer.
        kind: Option<CooperationKind> => Kind,
        /// The topic, by its key in the programme.
        topic: Key => Topic,
        /// What exactly.
        text: Text => Text,
        /// The partner country wanted.
        partner: Option<Country> => Partner,
        /// The partner institution wanted.
        institution: Text => Institution,
        /// Bilateral or triangular.
        form: Option<CooperationForm> => Form,
    }
}
