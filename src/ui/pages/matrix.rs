#[derive(Debug, Default)]
pub struct View;
pub fn page_ui(ui: &mut egui::Ui, cx: &crate::ui::Cx<'_>, _v: &mut View, _out: &mut crate::ui::Outbox) {
    super::titled(crate::ui::Page::HandOver, ui, cx, |_| ())
}
