//! A plan that is open: the document, its file, what is derived from it, what is shown of it.

use super::{
    notices::Rescued,
    sharing::{Held, ReadOnly},
    tasks::{Done, Tab, Tasks},
};
use crate::{
    analysis::Derived,
    checks::{Checker, Findings},
    document::Document,
    file::{Extras, disk::Fingerprint, limits::Size, recovery::Slot},
    plan::{Lang, Place, Plan},
    ui::{
        Page,
        pages::Views,
        panes::{FindView, SideView},
    },
};
use std::{path::PathBuf, sync::Arc};

/// A plan that is open.
pub struct OpenPlan {
    /// Names it.
    pub tab: Tab,
    /// The plan with its steps.
    pub document: Document,
    /// Its file; none: never saved.
    pub path: Option<PathBuf>,
    /// What the file held when it was read or written last.
    pub fingerprint: Option<Fingerprint>,
    /// What the file holds beside the plan.
    pub extras: Extras,
    /// The page that is shown.
    pub page: Page,
    /// What the pages remember.
    pub views: Views,
    /// What the pane beside the page remembers.
    pub side: SideView,
    /// The search in the plan; nothing: it is closed.
    pub find: Option<FindView>,
    /// The place that the person asked to be led to, and for how many frames more it is looked for.
    pub goto: Option<(Place, u8)>,
    /// The place whose field had the focus last.
    pub focus: Option<Place>,
    /// The one language of the plan that is shown; none: all side by side.
    pub shown: Option<Lang>,
    /// The slot of its recovery copies.
    pub slot: Option<Slot>,
    /// How its recovery copy stands.
    pub kept: Kept,
    /// Whether it was begun in this window and is in no file yet: no copy of it can be anywhere.
    pub is_new: bool,
    /// Whether it is being written.
    pub is_saving: bool,
    /// When it was saved, in words.
    pub saved_at: String,
    /// Whether the person was asked about a change of the file by somebody else, and has not answered.
    pub is_asked: bool,
    /// Whether another copy is being joined with it.
    pub is_joining: bool,
    /// Copies of the plan beside its file that were not joined yet.
    pub copies: Vec<PathBuf>,
    /// Whether the person leaves such copies for later.
    pub leaves_copies: bool,
    /// Whether the file was changed by somebody else and the person keeps the own version for now.
    pub has_other: bool,
    /// The damaged file that it was rescued from, until it is saved in a new one.
    pub rescued: Option<Rescued>,
    /// The name of the file that it was copied from, until it is saved in a new one.
    pub copy_of: Option<String>,
    /// Why it is only to be read; nothing: it is not.
    pub read_only: Option<ReadOnly>,
    /// The lock beside its file.
    pub lock: Option<Held>,
    /// The list of earlier versions, while it is shown instead of the page.
    pub versions: Option<super::versions::Shown>,
    /// Whether its file is being read again, because somebody else changed it and nothing of one's own is at stake.
    pub follows: bool,
    /// Whether its file or folder is away: a stick was unplugged.
    pub is_stranded: bool,
    /// The revision, its plan, and what is derived from it.
    derived: (u64, Arc<Plan>, Derived),
    findings: Findings,
    /// The revision in which they were found.
    checked: u64,
    /// Away on a thread while it looks at a large plan.
    checker: Option<Checker>,
}

/// Plans with more rows than this are checked on a thread: nobody shall feel it while typing.
const FEW_ROWS: usize = 600;

/// How the recovery copy of a plan stands.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    /// The revision of the newest copy.
    pub revision: u64,
    /// What stood beside the plan when it was last at hand for a fall of the program.
    pub extras: Option<Arc<Extras>>,
    /// The revision that is being written.
    pub writing: Option<u64>,
    /// When the first change since the newest copy was made, in seconds of the window's clock.
    pub changed_at: Option<f64>,
    /// When the last change was made.
    pub last_change: f64,
    /// The revision that the times above are about.
    pub seen: u64,
    /// When the newest copy was made, in words.
    pub at: String,
    /// Whether the last try failed.
    pub has_failed: bool,
    /// How large the plan was then; what was told of it.
    pub size: Size,
    /// For recovered work: how often it was opened, and since when it is open now. Goes when the program lives on with it.
    pub tries: Option<(u32, f64)>,
}

impl OpenPlan {
    /// A plan that has just been opened or begun.
    pub fn new(tab: Tab, document: Document, extras: Extras) -> Self {
        let plan = document.plan();
        let derived = Derived::new(plan);
        let mut checker = Checker::default();
        let findings = checker.check(plan, &derived);
        let page = Page::list(plan).first().map_or(Page::HandOver, |(_, page)| *page);
        let shown = plan.languages().first().cloned();
        Self {
            tab,
            path: None,
            fingerprint: None,
            extras,
            page,
            views: Views::default(),
            side: SideView::default(),
            find: None,
            goto: None,
            focus: None,
            shown,
            slot: None,
            kept: Kept { revision: document.revision(), seen: document.revision(), ..Kept::default() },
            is_new: false,
            is_saving: false,
            saved_at: String::new(),
            is_asked: false,
            is_joining: false,
            copies: Vec::new(),
            leaves_copies: false,
            has_other: false,
            rescued: None,
            copy_of: None,
            read_only: None,
            lock: None,
            versions: None,
            follows: false,
            is_stranded: false,
            derived: (document.revision(), Arc::clone(plan), derived),
            findings,
            checked: document.revision(),
            checker: Some(checker),
            document,
        }
    }

    /// A plan that is begun here and now.
    pub fn begun(mut self) -> Self {
        self.is_new = true;
        self
    }

    /// Brings what is derived up to the plan, if it changed. Says whether it did.
    pub fn refresh(&mut self) -> bool {
        if self.derived.0 == self.document.revision() {
            return false;
        }
        let plan = self.document.plan();
        let derived = self.derived.2.next(&self.derived.1, plan);
        let rows = [plan.activities.len(), plan.budget.len(), plan.indicators.len(), plan.cards.len()];
        if let Some(checker) = self.checker.as_mut().filter(|_| rows.iter().sum::<usize>() <= FEW_ROWS) {
            self.findings = checker.check(plan, &derived);
            self.checked = self.document.revision();
        }
        self.derived = (self.document.revision(), Arc::clone(plan), derived);
        if self.shown.as_ref().is_some_and(|lang| !plan.languages().contains(lang)) {
            self.shown = plan.languages().first().cloned();
        }
        // When the last choice is answered its page stays, and says so.
        if self.page != Page::Choices && !Page::list(plan).iter().any(|(_, page)| *page == self.page) {
            self.page = Page::list(plan).first().map_or(Page::HandOver, |(_, page)| *page);
        }
        true
    }

    /// Has a large plan checked on a thread, when what is known of it is old. What was found last is shown until the answer comes.
    pub fn check_beside(&mut self, tasks: &Tasks) {
        if self.checked == self.derived.0 {
            return;
        }
        let Some(mut checker) = self.checker.take() else { return };
        let (tab, (revision, plan, derived)) = (self.tab, self.derived.clone());
        tasks.run("check", move || {
            let findings = checker.check(&plan, &derived);
            Done::Checked(tab, revision, Box::new(checker), findings)
        });
    }

    /// The thread has found something. When the plan went on meanwhile, [`OpenPlan::check_beside`] asks again.
    pub fn checked(&mut self, revision: u64, checker: Checker, findings: Findings) {
        self.checker = Some(checker);
        self.checked = revision;
        self.findings = findings;
    }

    /// The thread that checked the plan fell over: from the beginning then.
    pub fn check_anew(&mut self) {
        if self.checker.is_none() {
            self.checker = Some(Checker::default());
        }
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        self.document.plan()
    }

    /// What is derived from the plan.
    pub fn derived(&self) -> &Derived {
        &self.derived.2
    }

    /// What the checks found.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// The revision that the findings are about.
    pub fn checked_revision(&self) -> u64 {
        self.checked
    }

    /// The languages that are shown.
    pub fn shown_languages(&self) -> &[Lang] {
        match &self.shown {
            Some(lang) => std::slice::from_ref(lang),
            None => self.plan().languages(),
        }
    }

    /// Its title, or nothing.
    pub fn title(&self) -> String {
        let title = self.plan().identity.title.best(self.plan().languages());
        title.raw().lines().next().unwrap_or_default().trim().to_owned()
    }

    /// The name of its file.
    pub fn file_name(&self) -> Option<String> {
        self.path.as_ref()?.file_name().map(|n| n.to_string_lossy().into_owned())
    }

    /// Whether closing it would lose something.
    pub fn is_unsaved(&mut self) -> bool {
        self.is_stranded || self.document.is_modified()
    }

    /// Leads to a place.
    pub fn go(&mut self, place: Place) {
        self.versions = None;
        let page = Page::of(place, self.plan());
        // The step of a merge stands for the choices that it opened: without any, there is nothing to see there.
        if page == Page::Choices && self.plan().choices.is_empty() {
            return;
        }
        self.page = page;
        // A page that folds or scrolls may need some frames until the field is there.
        self.goto = Some((place, 8));
        self.focus = Some(place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Activity, ActivityField, At, Id, Row as _};

    #[test]
    fn a_large_plan_is_checked_beside_the_window() {
        let mut document = Document::unsaved(Plan::new(Id::from_bits(1)));
        for n in 1..=700 {
            document.apply(&Activity::add(Activity::new(Id::from_bits(n)), At::Last)).unwrap();
        }
        let mut open = OpenPlan::new(Tab(1), document, Extras::default());
        let tasks = Tasks::new(&egui::Context::default());
        let at_first = open.findings().clone();
        let answer = |open: &mut OpenPlan| {
            let until = std::time::Instant::now() + std::time::Duration::from_secs(20);
            loop {
                if let Some(Done::Checked(_, revision, checker, findings)) =
                    tasks.finished().into_iter().next()
                {
                    return open.checked(revision, *checker, findings);
                }
                assert!(std::time::Instant::now() < until, "no answer");
                std::thread::sleep(std::time::Duration::from_millis(5));
            }
        };
        for change in [
            ActivityField::Start("2018-01-02".parse().ok()),
            ActivityField::Finish("2017-01-02".parse().ok()),
        ] {
            open.document.apply(&Activity::change(Id::from_bits(1), change)).unwrap();
        }
        assert!(open.refresh());
        assert_eq!(*open.findings(), at_first, "the window does not wait");
        open.check_beside(&tasks);
        // Somebody goes on typing meanwhile.
        open.document.apply(&Activity::delete(Id::from_bits(1))).unwrap();
        assert!(open.refresh());
        open.check_beside(&tasks);
        answer(&mut open);
        assert_ne!(*open.findings(), at_first);
        open.check_beside(&tasks);
        answer(&mut open);
        let now = crate::checks::check(open.plan(), &Derived::new(open.plan()));
        assert_eq!(*open.findings(), now, "the last answer is about the last revision");
        open.check_beside(&tasks);
        assert!(open.checker.is_some(), "nothing is left to ask");
    }
}
